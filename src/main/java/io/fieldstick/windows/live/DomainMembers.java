package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The function of netapi32.dll for members of a domain; apart from the others, for a Windows may lack it. */
final class DomainMembers {
    static {
        SystemLibrary.bind(DomainMembers.class, "netapi32");
    }

    private DomainMembers() {}

    static native int NetRenameMachineInDomain(
            @Nullable Pointer server, char[] name, char @Nullable [] account, char @Nullable [] password, int options);
}
