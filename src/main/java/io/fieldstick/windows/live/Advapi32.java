package io.fieldstick.windows.live;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of advapi32.dll that this package calls: registry, services and the process's token. */
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

    static native int RegLoadKeyW(long root, char[] name, char[] file);

    static native int RegUnLoadKeyW(long root, char[] name);

    static native int LookupPrivilegeValueW(@Nullable Pointer system, char[] name, long[] luid);

    static native int AdjustTokenPrivileges(
            long token,
            int disableAll,
            byte[] privileges,
            int length,
            @Nullable Pointer previous,
            @Nullable Pointer previousLength);

    static native int OpenProcessToken(long process, int access, long[] token);

    static native int GetTokenInformation(long token, int what, Pointer found, int length, int[] needed);

    static native int ConvertStringSecurityDescriptorToSecurityDescriptorW(
            char[] text, int revision, long[] descriptor, @Nullable Pointer length);

    static native int ConvertSecurityDescriptorToStringSecurityDescriptorW(
            long descriptor, int revision, int parts, long[] text, @Nullable Pointer length);

    static native int GetNamedSecurityInfoW(
            char[] name,
            int kind,
            int parts,
            @Nullable Pointer owner,
            @Nullable Pointer group,
            @Nullable Pointer rights,
            @Nullable Pointer audit,
            long[] descriptor);

    static native int ConvertSidToStringSidW(Pointer sid, long[] text);

    static native long OpenSCManagerW(@Nullable Pointer machine, @Nullable Pointer database, int access);

    static native long OpenServiceW(long manager, char[] name, int access);

    static native int CloseServiceHandle(long handle);

    static native int QueryServiceStatus(long service, int[] status);

    static native int QueryServiceConfigW(long service, @Nullable Pointer found, int length, int[] needed);

    static native int QueryServiceConfig2W(long service, int what, int[] found, int length, int[] needed);

    static native int ChangeServiceConfigW(
            long service,
            int type,
            int start,
            int errorControl,
            @Nullable Pointer program,
            @Nullable Pointer group,
            @Nullable Pointer tag,
            @Nullable Pointer dependencies,
            @Nullable Pointer account,
            @Nullable Pointer password,
            @Nullable Pointer displayName);

    static native int ChangeServiceConfig2W(long service, int what, int[] value);

    static native int StartServiceW(long service, int count, @Nullable Pointer arguments);

    static native int ControlService(long service, int control, int[] status);

    static native int ConvertStringSidToSidW(char[] text, long[] sid);

    static native int LsaOpenPolicy(@Nullable Pointer system, byte[] attributes, int access, long[] policy);

    static native int LsaClose(long policy);

    static native int LsaFreeMemory(long memory);

    static native int LsaNtStatusToWinError(int status);

    static native int LsaEnumerateAccountsWithUserRight(long policy, Pointer right, long[] found, int[] count);

    static native int LsaAddAccountRights(long policy, long account, Pointer rights, int count);

    static native int LsaRemoveAccountRights(long policy, long account, byte all, Pointer rights, int count);
}
