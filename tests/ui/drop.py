"""Drops files onto a window as a file manager does: XDND, version 5, spoken by a window of the test's own through Xlib."""

import ctypes
import urllib.parse

from desktop import check, wait_for

X11 = ctypes.CDLL("libX11.so.6")
Window, Atom = ctypes.c_ulong, ctypes.c_ulong
CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", Window), ("message_type", Atom), ("format", ctypes.c_int), ("data", ctypes.c_long * 5)]


class SelectionRequest(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("owner", Window), ("requestor", Window), ("selection", Atom), ("target", Atom), ("property", Atom), ("time", ctypes.c_ulong)]


class Selection(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("requestor", Window), ("selection", Atom), ("target", Atom), ("property", Atom), ("time", ctypes.c_ulong)]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("client", ClientMessage), ("request", SelectionRequest), ("selection", Selection),
                ("pad", ctypes.c_long * 24)]


X11.XOpenDisplay.restype = ctypes.c_void_p
X11.XOpenDisplay.argtypes = [ctypes.c_char_p]
X11.XInternAtom.restype = Atom
X11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
X11.XDefaultRootWindow.restype = Window
X11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X11.XCreateSimpleWindow.restype = Window
X11.XCreateSimpleWindow.argtypes = [ctypes.c_void_p, Window] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 3 + [ctypes.c_ulong] * 2
X11.XSetSelectionOwner.argtypes = [ctypes.c_void_p, Atom, Window, ctypes.c_ulong]
X11.XSendEvent.argtypes = [ctypes.c_void_p, Window, ctypes.c_int, ctypes.c_long, ctypes.POINTER(Event)]
X11.XChangeProperty.argtypes = [ctypes.c_void_p, Window, Atom, Atom, ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
X11.XPending.argtypes = [ctypes.c_void_p]
X11.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.POINTER(Event)]
X11.XFlush.argtypes = [ctypes.c_void_p]
X11.XCloseDisplay.argtypes = [ctypes.c_void_p]


def drop(window, *paths):
    """Drops the files in the middle of an AtlasWindow; returns when it has taken them."""
    display = X11.XOpenDisplay(window.desktop.environment["DISPLAY"].encode())
    check(display, "the test's own connection to the display")
    atom = {name: X11.XInternAtom(display, name.encode(), 0) for name in
            ("XdndSelection", "XdndEnter", "XdndPosition", "XdndStatus", "XdndDrop", "XdndFinished", "XdndActionCopy", "text/uri-list")}
    source = X11.XCreateSimpleWindow(display, X11.XDefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)
    target = int(window.id)
    uris = "".join("file://" + urllib.parse.quote(path) + "\r\n" for path in paths).encode()
    X11.XSetSelectionOwner(display, atom["XdndSelection"], source, 0)
    heard = set()

    def say(what, *data):
        event = Event(client=ClientMessage(type=CLIENT_MESSAGE, window=target, message_type=atom[what], format=32,
                                           data=(ctypes.c_long * 5)(source, *data)))
        X11.XSendEvent(display, target, 0, 0, ctypes.byref(event))
        X11.XFlush(display)

    def listen():
        while X11.XPending(display):
            event = Event()
            X11.XNextEvent(display, ctypes.byref(event))
            if event.type == CLIENT_MESSAGE:
                heard.add(next((name for name, number in atom.items() if number == event.client.message_type), ""))
            if event.type == SELECTION_REQUEST:
                asked = event.request
                X11.XChangeProperty(display, asked.requestor, asked.property, asked.target, 8, 0, uris, len(uris))
                answer = Event(selection=Selection(type=SELECTION_NOTIFY, requestor=asked.requestor, selection=asked.selection,
                                                   target=asked.target, property=asked.property, time=asked.time))
                X11.XSendEvent(display, asked.requestor, 0, 0, ctypes.byref(answer))
                X11.XFlush(display)

    def hears(what):
        listen()
        return what in heard

    say("XdndEnter", 5 << 24, atom["text/uri-list"], 0, 0)
    say("XdndPosition", 0, (600 << 16) | 400, 0, atom["XdndActionCopy"])
    wait_for("the window says whether it takes what is dragged over it", lambda: hears("XdndStatus"))
    say("XdndDrop", 0, 0, 0, 0)
    wait_for("the window has taken what was dropped", lambda: hears("XdndFinished"))
    X11.XCloseDisplay(display)
