"""Scores pairs of prints by NIST's minutiae detector and matcher (mindtct, bozorth3) as Debian's libfprint carries them.

libfprint's virtual image device takes pictures over a socket and treats them like a reader's. No public call gives the
score, so it is read from the library's debug messages, which go to a file of this program's own.

stdin:  one pair a line, "REFERENCE.pgm PROBE.pgm". stdout: one line a pair, "SCORE MINUTIAE-OF-THE-PROBE".
A picture the detector refuses has the score -1.
"""
import os
import re
import socket
import struct
import sys
import tempfile
import threading

FOLDER = tempfile.TemporaryDirectory(prefix="fprint-")
os.environ["G_MESSAGES_DEBUG"] = "all"
os.environ["FP_VIRTUAL_IMAGE"] = os.path.join(FOLDER.name, "socket")
ANSWERS = os.fdopen(os.dup(1), "w")
LOG = os.open(os.path.join(FOLDER.name, "log"), os.O_RDWR | os.O_CREAT)
os.dup2(LOG, 1)

import gi

gi.require_version("FPrint", "2.0")
from gi.repository import FPrint, GLib

LOOP = GLib.main_context_default()


def picture(path):
    with open(path, "rb") as file:
        data = file.read()
    head = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", data)
    return struct.pack("ii", int(head[1]), int(head[2])) + data[head.end():]


def until(condition):
    while not condition():
        LOOP.iteration(True)


class Reader:
    def __init__(self):
        self.context = FPrint.Context()
        self.device = next(one for one in self.context.get_devices() if one.get_driver() == "virtual_image")
        self.device.open_sync()
        self.wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.wire.connect(os.environ["FP_VIRTUAL_IMAGE"])
        self.enrolled = {}

    def lay(self, path):
        until(lambda: self.device.get_finger_status() & FPrint.FingerStatusFlags.NEEDED)
        # The library reads in this thread's loop: a picture larger than the socket's buffer must come from another.
        threading.Thread(target=self.wire.sendall, args=(picture(path),)).start()

    def enrol(self, path):
        """One picture in all stages, so that a score is that of one picture against one."""
        steps, ended = [], []

        def progress(_device, step, _print, _data, error=None):
            steps.append((step, error))

        def done(device, result):
            try:
                ended.append(device.enroll_finish(result))
            except GLib.Error:
                ended.append(None)

        self.device.enroll(FPrint.Print.new(self.device), None, progress, (), done)
        for stage in range(self.device.get_nr_enroll_stages()):
            self.lay(path)
            until(lambda: len(steps) > stage or ended)
            if steps[-1][1] is not None:
                raise SystemExit(f"the reference {path} was refused")
        until(lambda: ended)
        return ended[0]

    def score(self, reference, probe):
        if reference not in self.enrolled:
            self.enrolled[reference] = self.enrol(reference)
        before = os.fstat(LOG).st_size
        ended = []

        def done(device, result):
            try:
                ended.append(device.verify_finish(result)[1])
            except GLib.Error:
                ended.append(None)

        self.device.verify(self.enrolled[reference], None, None, None, done)
        self.lay(probe)
        until(lambda: ended)
        text = os.pread(LOG, os.fstat(LOG).st_size - before, before).decode()
        scores = [int(found) for found in re.findall(r"score (\d+)/", text)]
        image = ended[0].get_image() if ended[0] is not None else None
        return max(scores, default=-1), len(image.get_minutiae()) if image is not None else 0


reader = Reader()
for line in sys.stdin:
    print(*reader.score(*line.split()), file=ANSWERS, flush=True)
reader.device.close_sync()
