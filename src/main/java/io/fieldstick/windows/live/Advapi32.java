package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of advapi32.dll that this package calls: the registry and the process's token. */
final class Advapi32 {
    static {
        SystemLibrary.bind(Advapi32.class, "advapi32");
    }

    private Advapi32() {}

    static native int RegOpenKeyExW(long root, char[] path, int options, int access, long[] key);

    static native int RegCreateKeyExW(
            long root,
            char[] path,
            int reserved,
            @Nullable Pointer keyClass,
            int options,
            int access,
            @Nullable Pointer security,
            long[] key,
            int[] disposition);

    static native int RegCloseKey(long key);

    static native int RegQueryValueExW(
            long key, char[] name, @Nullable Pointer reserved, int[] type, byte[] bytes, int[] length);

    static native int RegSetValueExW(long key, char[] name, int reserved, int type, byte[] bytes, int length);

    static native int RegDeleteValueW(long key, char[] name);

    static native int RegDeleteKeyExW(long root, char[] path, int view, int reserved);

    static native int RegEnumValueW(
            long key,
            int index,
            char[] name,
            int[] length,
            @Nullable Pointer reserved,
            @Nullable Pointer type,
            @Nullable Pointer bytes,
            @Nullable Pointer bytesLength);

    static native int RegEnumKeyExW(
            long key,
            int index,
            char[] name,
            int[] length,
            @Nullable Pointer reserved,
            @Nullable Pointer keyClass,
            @Nullable Pointer classLength,
            @Nullable Pointer written);

    static native int RegQueryInfoKeyW(
            long key,
            @Nullable Pointer keyClass,
            @Nullable Pointer classLength,
            @Nullable Pointer reserved,
            @Nullable Pointer subkeys,
            @Nullable Pointer longestSubkey,
            @Nullable Pointer longestClass,
            @Nullable Pointer values,
            @Nullable Pointer longestValueName,
            @Nullable Pointer longestValue,
            @Nullable Pointer securityLength,
            long[] lastWritten);

    static native int OpenProcessToken(long process, int access, long[] token);

    static native int GetTokenInformation(long token, int what, Pointer found, int length, int[] needed);

    static native int ConvertStringSecurityDescriptorToSecurityDescriptorW(
            char[] text, int revision, long[] descriptor, @Nullable Pointer length);

    static native int ConvertSidToStringSidW(Pointer sid, long[] text);
}
