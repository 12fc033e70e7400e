package io.fieldstick.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The version that a program file states of itself: the four numbers of its version resource.
 *
 * <p>It is read from the file as it lies there, not asked of GetFileVersionInfo, which answers with the version of the
 * file's translation where there is one (MS docs: "MUI resource management") and only on a running Windows.
 */
public record FileVersion(int major, int minor, int build, int revision) {

    @Override
    public String toString() {
        return major + "." + minor + "." + build + "." + revision;
    }

    /**
     * The version of the program file {@code path}: absent where there is no such file, or it is no program, or states no
     * version; unreadable with 13 (the data is invalid) where its resources are damaged.
     */
    public static Reading<FileVersion> of(Files files, String path) {
        return new ProgramFile(files, path).version();
    }

    /** A PE file (MS docs: "PE Format"), of which only what leads to its version resource is read. */
    private record ProgramFile(Files files, String path) {
        private static final int DOS_HEADER = 64;
        private static final int MZ = 0x5A4D;
        private static final int PE_OFFSET = 0x3C;
        private static final int PE = 0x00004550;
        private static final int OPTIONAL_HEADER = 24;
        private static final int PE32 = 0x10B;
        private static final int PE32_PLUS = 0x20B;
        private static final int DIRECTORIES_32 = 96;
        private static final int DIRECTORIES_64 = 112;
        private static final int RESOURCES = 2;
        private static final int HEADER = OPTIONAL_HEADER + DIRECTORIES_64 + (RESOURCES + 1) * 8;
        private static final int SECTION = 40;
        /** Windows loads no file with more (MS docs: "PE Format", NumberOfSections). */
        private static final int MOST_SECTIONS = 96;

        private static final int DIRECTORY = 16;
        private static final int ENTRY = 8;
        private static final int MOST_ENTRIES = 4096;
        private static final int BELOW = 0x80000000;
        private static final int RT_VERSION = 16;

        /** VS_VERSIONINFO (MS docs: verrsrc.h): lengths and type, the key "VS_VERSION_INFO", padding; then the fixed part. */
        private static final int FIXED_PART = 40;

        private static final int FIXED_SIGNATURE = 0xFEEF04BD;

        /** A section as the file's header lists it: where it is in memory and in the file. */
        private record Section(long memory, long length, long file) {}

        Reading<FileVersion> version() {
            Reading<ByteBuffer> dos = bytes(0, DOS_HEADER);
            if (dos instanceof Reading.Present<ByteBuffer> present) {
                ByteBuffer start = present.value();
                boolean program = start.limit() == DOS_HEADER && (start.getShort(0) & 0xFFFF) == MZ;
                return program ? fromHeader(unsigned(start, PE_OFFSET)) : Reading.absent();
            }
            return dos.flatMap(none -> Reading.absent());
        }

        private Reading<FileVersion> fromHeader(long at) {
            return bytes(at, HEADER).flatMap(header -> {
                if (header.limit() < HEADER || header.getInt(0) != PE) {
                    return Reading.absent();
                }
                int magic = header.getShort(OPTIONAL_HEADER) & 0xFFFF;
                if (magic != PE32 && magic != PE32_PLUS) {
                    return Reading.absent();
                }
                int directories = OPTIONAL_HEADER + (magic == PE32 ? DIRECTORIES_32 : DIRECTORIES_64);
                boolean listed = unsigned(header, directories - 4) > RESOURCES;
                long resources = listed ? unsigned(header, directories + RESOURCES * ENTRY) : 0;
                int sections = header.getShort(6) & 0xFFFF;
                long table = at + OPTIONAL_HEADER + (header.getShort(20) & 0xFFFF);
                return resources == 0
                        ? Reading.absent()
                        : sections(table, sections).flatMap(all -> inResources(all, resources));
            });
        }

        private Reading<List<Section>> sections(long at, int count) {
            int read = Math.min(count, MOST_SECTIONS);
            return bytes(at, read * SECTION).map(table -> {
                List<Section> sections = new ArrayList<>();
                for (int from = 0; from + SECTION <= table.limit(); from += SECTION) {
                    long length = Math.max(unsigned(table, from + 8), unsigned(table, from + 16));
                    sections.add(new Section(unsigned(table, from + 12), length, unsigned(table, from + 20)));
                }
                return sections;
            });
        }

        /** Type, name and language: the first name and language of the type "version". */
        private Reading<FileVersion> inResources(List<Section> sections, long memory) {
            long start = inFile(sections, memory);
            if (start < 0) {
                return damaged();
            }
            return entry(start, RT_VERSION)
                    .flatMap(type -> entry(start + type, -1))
                    .flatMap(name -> entry(start + name, -1))
                    .flatMap(language -> bytes(start + language, ENTRY))
                    .flatMap(data -> data.limit() < ENTRY ? damaged() : fixedPart(sections, data));
        }

        private Reading<FileVersion> fixedPart(List<Section> sections, ByteBuffer data) {
            long at = inFile(sections, unsigned(data, 0));
            if (at < 0) {
                return damaged();
            }
            return bytes(at + FIXED_PART, 16)
                    .flatMap(fixed -> fixed.limit() < 16 || fixed.getInt(0) != FIXED_SIGNATURE
                            ? damaged()
                            : Reading.of(new FileVersion(
                                    fixed.getShort(10) & 0xFFFF,
                                    fixed.getShort(8) & 0xFFFF,
                                    fixed.getShort(14) & 0xFFFF,
                                    fixed.getShort(12) & 0xFFFF)));
        }

        /** Where in the resources the entry {@code id} of the directory at {@code at} leads; the first one for -1. */
        private Reading<Long> entry(long at, int id) {
            return bytes(at, DIRECTORY).flatMap(directory -> {
                if (directory.limit() < DIRECTORY) {
                    return damaged();
                }
                int named = directory.getShort(12) & 0xFFFF;
                int count = Math.min(named + (directory.getShort(14) & 0xFFFF), MOST_ENTRIES);
                return bytes(at + DIRECTORY, count * ENTRY).flatMap(entries -> pick(entries, id));
            });
        }

        private static Reading<Long> pick(ByteBuffer entries, int id) {
            for (int from = 0; from + ENTRY <= entries.limit(); from += ENTRY) {
                if (id < 0 || entries.getInt(from) == id) {
                    return Reading.of((long) (entries.getInt(from + 4) & ~BELOW));
                }
            }
            return Reading.absent();
        }

        private static long inFile(List<Section> sections, long memory) {
            for (Section section : sections) {
                if (memory >= section.memory() && memory < section.memory() + section.length()) {
                    return memory - section.memory() + section.file();
                }
            }
            return -1;
        }

        private <T> Reading<T> damaged() {
            return Reading.unreadable(new WindowsError(Tried.readFile(path), WindowsError.INVALID_DATA, ""));
        }

        private Reading<ByteBuffer> bytes(long at, int length) {
            return files.bytes(path, at, length)
                    .map(read -> ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN));
        }

        private static long unsigned(ByteBuffer bytes, int at) {
            return Integer.toUnsignedLong(bytes.getInt(at));
        }
    }
}
