/** Public service portal of the citizen-identification procedures; the one host that the program ever opens in a browser. */
const HELP_HOSTS: readonly string[] = ['dichvucong.bocongan.gov.vn'];
const MAX_LENGTH = 500;

/** https, a listed host, no credentials, no port, and spelled the way a URL parser writes it back. */
export function isHelpLink(url: unknown): url is string {
  if (typeof url !== 'string' || url.length > MAX_LENGTH || !URL.canParse(url)) return false;
  const { protocol, host, username, password, href } = new URL(url);
  return protocol === 'https:' && HELP_HOSTS.includes(host) && username === '' && password === '' && href === url;
}
