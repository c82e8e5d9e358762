// The least an Electron program can be: what our start is measured against.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());
