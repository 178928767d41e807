package dev.pathlight.wire;

import jnr.ffi.LibraryLoader;

/** The C library's calls that the kernel tests need. */
public interface LibC {
    LibC INSTANCE = LibraryLoader.create(LibC.class).load("c");

    int CLONE_NEWNET = 0x40000000;
    int AF_NETLINK = 16;
    int SOCK_RAW = 3;
    int SOL_NETLINK = 270;
    int NETLINK_ADD_MEMBERSHIP = 1;
    int NETLINK_CAP_ACK = 10;
    int NETLINK_EXT_ACK = 11;
    int SOL_SOCKET = 1;
    int SO_RCVTIMEO = 20;

    int unshare(int flags);

    int setns(int fd, int kind);

    int open(String path, int flags);

    int dup2(int from, int to);

    int close(int fd);

    int socket(int domain, int type, int protocol);

    int bind(int fd, byte[] address, int length);

    int setsockopt(int fd, int level, int option, byte[] value, int length);

    long send(int fd, byte[] bytes, long length, int flags);

    long recv(int fd, byte[] bytes, long length, int flags);
}
