"""The async program of note 002, completed: with a `fetch_data`, and a server to fetch from."""
import asyncio
import socket
from threading import Thread


def serve(listener):
    """Two visitors, each with a line. It reads both lines, and then answers."""
    visitors = []
    while len(visitors) < 2:
        stream, _ = listener.accept()
        visitors.append((stream, stream.makefile().readline()))
    for stream, request in visitors:
        stream.sendall(f"this is {request}".encode())
        stream.shutdown(socket.SHUT_WR)


def start_server():
    listener = socket.create_server(("127.0.0.1", 0))
    Thread(target=serve, args=(listener,), daemon=True).start()
    return listener.getsockname()


async def fetch_data(server, number):
    reader, writer = await asyncio.open_connection(*server)
    writer.write(f"data {number}\n".encode())
    answer = await reader.read()
    writer.close()
    return answer.decode()


async def main():
    server = start_server()
    one, two = await asyncio.gather(
        fetch_data(server, 1),
        fetch_data(server, 2)
    )
    print(f"put together:\n  {one}  {two}", end="")

    print("one after the other:")
    server = start_server()
    try:
        one = await asyncio.wait_for(fetch_data(server, 1), 0.5)
        print(f"  {one}  {await fetch_data(server, 2)}", end="")
    except asyncio.TimeoutError:
        print("  no answer to the first request, and the second is not made")


asyncio.run(main())
