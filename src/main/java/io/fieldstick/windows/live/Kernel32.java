package io.fieldstick.windows.live;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of kernel32.dll that this package calls. */
final class Kernel32 {
    static final int GENERIC_READ = 0x80000000;
    static final int SHARE_READ_WRITE = 3;
    static final int SHARE_ALL = 7;
    static final int OPEN_EXISTING = 3;
    static final int BACKUP_SEMANTICS = 0x02000000;

    /** FILE_FLAG_OPEN_REPARSE_POINT: the link itself, not what it leads to. */
    static final int OPEN_LINK = 0x00200000;

    /** FILE_READ_ATTRIBUTES: also of what may be neither read nor listed. */
    static final int READ_ATTRIBUTES = 0x80;

    static final long INVALID_HANDLE = -1;

    private static final int MAX_PATH = 260;
    /** No "insert a disk" box, whatever call meets the empty drive (MS docs: errhandlingapi SetErrorMode). */
    private static final int FAIL_CRITICAL_ERRORS = 0x1;

    static {
        // kernel32 is in every process already and is one of Windows's known DLLs: its bare name is safe.
        Native.register(Kernel32.class, NativeLibrary.getInstance("kernel32", Map.of()));
        SetErrorMode(SetErrorMode(FAIL_CRITICAL_ERRORS) | FAIL_CRITICAL_ERRORS);
        // The empty folder takes the current folder out of the search for DLLs (MS docs: winbase SetDllDirectoryW).
        SetDllDirectoryW(Wide.of(""));
    }

    private Kernel32() {}

    static native int SetErrorMode(int mode);

    static native int SetDllDirectoryW(char[] folder);

    static native int GetSystemDirectoryW(char[] buffer, int length);

    static native long LoadLibraryExW(char[] file, @Nullable Pointer reserved, int flags);

    static native int FreeLibrary(long library);

    static native int FormatMessageW(
            int flags,
            @Nullable Pointer source,
            int code,
            int language,
            char[] buffer,
            int length,
            @Nullable Pointer arguments);

    static native int GetSystemFirmwareTable(int provider, int table, byte @Nullable [] buffer, int size);

    static native int CloseHandle(long handle);

    static native long CreateFileW(
            char[] path, int access, int share, @Nullable Pointer security, int disposition, int flags, long template);

    static native int ReadFile(long file, Pointer buffer, int length, int[] read, @Nullable Pointer overlapped);

    static native int SetFilePointerEx(long file, long offset, long @Nullable [] position, int method);

    static native int GetFileSizeEx(long file, long[] size);

    static native int DeviceIoControl(
            long device,
            int code,
            @Nullable Pointer in,
            int inLength,
            byte @Nullable [] out,
            int outLength,
            int[] returned,
            @Nullable Pointer overlapped);

    static native long FindFirstFileExW(
            char[] path, int level, Pointer found, int search, @Nullable Pointer filter, int flags);

    static native int FindNextFileW(long find, Pointer found);

    static native int FindClose(long find);

    static native int GetFileInformationByHandleEx(long file, int level, Pointer found, int length);

    static native int GetFileAttributesExW(char[] path, int level, byte[] found);

    static native int GetLogicalDrives();

    static native int GetDriveTypeW(char[] root);

    static native int GetVolumeInformationW(
            char[] root,
            char[] label,
            int labelLength,
            int[] serial,
            int[] longestName,
            int[] flags,
            char[] fileSystem,
            int fileSystemLength);

    static native int GetDiskFreeSpaceExW(char[] root, long[] usable, long[] total, long[] free);

    static native int GetDiskFreeSpaceW(
            char[] root, int[] sectorsPerCluster, int[] bytesPerSector, int[] freeClusters, int[] clusters);

    static native int GlobalMemoryStatusEx(byte[] status);

    static native int GetDynamicTimeZoneInformation(byte[] found);

    static native int SetComputerNameExW(int format, char[] name);

    static native long GetStdHandle(int which);

    static native int GetConsoleMode(long console, int[] mode);

    static native int SetConsoleMode(long console, int mode);

    static native int GetConsoleScreenBufferInfo(long console, byte[] found);

    static native int WriteConsoleW(long console, char[] text, int length, int[] written, @Nullable Pointer reserved);

    static native int ReadConsoleW(long console, char[] text, int length, int[] read, @Nullable Pointer control);

    static native Pointer GetCommandLineW();

    static native long CreateToolhelp32Snapshot(int what, int process);

    static native int Process32FirstW(long snapshot, byte[] entry);

    static native int Process32NextW(long snapshot, byte[] entry);

    static native int CreateProcessW(
            char[] program,
            char[] commandLine,
            @Nullable Pointer processSecurity,
            @Nullable Pointer threadSecurity,
            int inheritHandles,
            int flags,
            char[] environment,
            char[] folder,
            byte[] startup,
            byte[] made);

    static native long CreateMutexW(@Nullable Pointer security, int owned, char[] name);

    static native int ReleaseMutex(long mutex);

    static native long CreateFileMappingW(
            long file, @Nullable Pointer security, int protection, int sizeHigh, int sizeLow, char[] name);

    static native long OpenFileMappingW(int access, int inherit, char[] name);

    static native @Nullable Pointer MapViewOfFile(long mapping, int access, int offsetHigh, int offsetLow, long bytes);

    static native int UnmapViewOfFile(Pointer view);

    static native int ResumeThread(long thread);

    static native int TerminateProcess(long process, int code);

    static native long CreateJobObjectW(@Nullable Pointer security, @Nullable Pointer name);

    static native int AssignProcessToJobObject(long job, long process);

    static native int QueryInformationJobObject(long job, int what, byte[] found, int length, @Nullable Pointer needed);

    static native int TerminateJobObject(long job, int code);

    static native int CreatePipe(long[] reading, long[] writing, Pointer security, int size);

    static native int SetHandleInformation(long handle, int mask, int flags);

    static native int PeekNamedPipe(
            long pipe,
            @Nullable Pointer buffer,
            int length,
            @Nullable Pointer read,
            int[] available,
            @Nullable Pointer left);

    static native int CreateDirectoryW(char[] path, Pointer security);

    static native int WaitForSingleObject(long handle, int milliseconds);

    static native int GetExitCodeProcess(long process, int[] code);

    static native long LocalFree(long memory);

    static native long GlobalFree(long memory);

    /** {@code C:\Windows\System32}, from Windows and not from the environment. */
    static String systemDirectory() {
        char[] buffer = new char[MAX_PATH];
        int length = GetSystemDirectoryW(buffer, buffer.length);
        if (length <= 0 || length >= buffer.length) {
            throw new IllegalStateException("GetSystemDirectory: " + Native.getLastError());
        }
        return new String(buffer, 0, length);
    }
}
