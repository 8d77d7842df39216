"""Two ways to fail, in a thread and in a process: does the program around it go on?"""
from multiprocessing import Process
from threading import Thread
import os
import subprocess
import sys


def fail(how):
    """Fails: by an exception, or by an abort, as a fault in an extension module would."""
    if how == "aborts":
        os.abort()
    raise RuntimeError("as it was told to")


def program(who, how):
    """A program with a part that fails. If there is anybody left, it goes on."""
    kind = Thread if who == "a thread" else Process
    part = kind(target=fail, args=(how,))
    part.start()
    part.join()
    print("goes on")


def main():
    for how in ["fails", "aborts"]:
        for who in ["a thread", "a process"]:
            # Each in a process of its own, so that somebody is left to tell.
            command = [sys.executable, __file__, who, how]
            printed = subprocess.run(command, capture_output=True).stdout
            rest = "goes on" if printed.startswith(b"goes on") else "is gone"
            print(f"{who:9} {how:6}: the rest of the program {rest}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        program(sys.argv[1], sys.argv[2])
    else:
        main()
