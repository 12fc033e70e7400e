package io.fieldstick.userdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldstick.message.Message;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskWalkTest {
    private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");

    private final Tally owner = new Tally();
    private final Tally total = new Tally();

    @Test
    void aFolderIsReadOnceHoweverManyAreInterested() {
        Map<String, Integer> listings = new ConcurrentHashMap<>();
        Files tree = tree(path -> {
            listings.merge(path, 1, Integer::sum);
            return depth(path) > 4 ? List.of(file("f", 1)) : List.of(folder("a"), folder("b"), file("f", 1));
        });
        List<Claim> claims = List.of(claim("C:\\a"), claim("C:\\a\\b"), claim("C:\\*\\b\\*"), claim("C:\\a\\a\\f"));

        walk(tree, claims, 3);

        assertThat(listings.values()).containsOnly(1).hasSize(31);
        assertThat(files(claims.get(0))).isEqualTo(15);
        assertThat(files(claims.get(1))).isEqualTo(7);
        assertThat(files(claims.get(2))).isEqualTo(14);
        assertThat(files(claims.get(3))).isEqualTo(1);
        assertThat(total.count().files()).isEqualTo(15 + 7);
    }

    @Test
    void everyNumberOfThreadsCountsTheSame() {
        Files tree = tree(path -> depth(path) > 6
                ? List.of(file("x.pst", 3), file("y", 4))
                : List.of(folder("一"), folder("二"), folder("三"), file("f", 1)));
        List<Count> counts = new ArrayList<>();
        for (int threads = 1; threads <= 4; threads++) {
            Claim claim = claim("C:\\一");
            Walked walked = walk(tree, List.of(claim), threads);
            assertThat(walked.found()).hasSize(729);
            counts.addAll(claim.matches().values().stream().map(Tally::count).toList());
        }
        assertThat(counts).hasSize(4).containsOnly(counts.get(0));
    }

    @Test
    void aTreeWithoutAnEndStopsAtTheLongestPath() {
        String name = "n".repeat(250);
        Walked walked = walk(tree(path -> List.of(folder(name))), List.of(claim("C:\\" + name)), 1);

        assertThat(walked.notRead()).hasSize(1);
        assertThat(walked.notRead().get(0).why().code()).isEqualTo(206);
        assertThat(owner.count().unreadFolders()).isEqualTo(1);
    }

    @Test
    void namesThatLeadElsewhereAreNotFollowed() {
        Files tree = tree(path -> path.equals("C:\\")
                ? List.of(folder(".."), folder("a\\b"), folder(""), folder("ok"), folder("\uD800x"))
                : List.of(file("\uDC00\uD800", 5)));

        Walked walked = walk(tree, List.of(claim("C:\\ok"), claim("C:\\*x")), 1);

        assertThat(walked.notRead()).extracting(not -> not.why().code()).containsExactly(123, 123, 123);
        assertThat(owner.count().bytes()).isEqualTo(10);
    }

    @Test
    void aStoppedWalkKeepsWhatItHasAndSaysSo() {
        List<Watch.Progress> seen = new ArrayList<>();
        DiskWalk walk = new DiskWalk(
                tree(path -> List.of(folder("a"), file("f", 2))), order(List.of(claim("C:\\"))), progress -> {
                    seen.add(progress);
                    return progress.folders() < 10;
                });

        Walked walked = walk.over(List.of("C:\\"), 1);

        assertThat(walked.whole()).isFalse();
        assertThat(seen).hasSize(10);
        assertThat(seen.get(9).files()).isEqualTo(10);
        assertThat(seen.get(9).bytes()).isEqualTo(20);
        assertThat(total.count().files()).isEqualTo(10);
    }

    @Test
    void aBugInAThreadIsNotAnEmptyFolder() {
        Files tree = tree(path -> {
            if (path.endsWith("bad")) {
                throw new IllegalArgumentException("bug");
            }
            return depth(path) > 3 ? List.of(folder("bad")) : List.of(folder("a"), folder("b"));
        });
        assertThatThrownBy(() -> walk(tree, List.of(), 2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thousandsOfMatchesAreToldApartNoLonger() {
        List<FileEntry> many = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            many.add(file("f" + i, 1));
        }
        Claim claim =
                Claim.of(Place.of("k", Optional.empty(), "C:\\*", Origin.FOUND).eachExcept(Set.of("F7")), owner, total);

        walk(tree(path -> many), List.of(claim), 1);

        assertThat(claim.matches()).hasSize(Claim.MATCHES_TOLD_APART + 1).doesNotContainKey("C:\\f7");
        assertThat(claim.matches())
                .hasEntrySatisfying(
                        "C:\\*", rest -> assertThat(rest.count().files()).isEqualTo(499));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFileWithSeveralNamesCountsOnceForEachWhoHasIt(int threads) {
        // The same file lies in a, twice in b, and in c; another in all of them.
        Files tree = tree(path -> switch (WindowsPath.name(path)) {
            case "C:\\" -> List.of(folder("a"), folder("b"), folder("c"));
            case "b" ->
                List.of(linked("x", 7), linked("x again", 7), linked("y", 8), linked("unknown", 0), linked("same", 0));
            default -> List.of(linked("x", 7), linked("y", 8));
        });
        Claim a = claim("C:\\a");
        Tally two = new Tally();
        Claim b = Claim.of(Place.of("k", Optional.empty(), "C:\\b", Origin.FOUND), two, total);

        Walked walked = walk(tree, List.of(a, b), threads);

        assertThat(files(a)).isEqualTo(2);
        assertThat(files(b)).isEqualTo(4);
        assertThat(two.count().bytes()).isEqualTo(40);
        assertThat(total.count().files()).isEqualTo(4);
        assertThat(walked.linksOnce()).isTrue();
    }

    @Test
    void aMillionFilesAreToldApart() {
        HardLinks links = new HardLinks();
        int owner = links.owner(List.of(total));
        for (long id = 1; id <= 1_000_000; id++) {
            assertThat(links.first(id << 48 | id, owner)).isTrue();
        }
        assertThat(links.first(77L << 48 | 77, owner)).isFalse();
        assertThat(links.notYet(77L << 48 | 77, owner)).isEmpty();
        assertThat(links.notYet(78L << 48 | 78, links.owner(List.of(this.owner, total))))
                .containsExactly(this.owner);
        assertThat(links.isFull()).isFalse();
    }

    private static FileEntry linked(String name, long id) {
        return new FileEntry(name, 0x20, 0, 10, DAY, id);
    }

    @Test
    void aPatternFitsAsWindowsWouldFitIt() {
        assertThat(new NamePattern("*.NK2").fits("outlook.nk2")).isTrue();
        assertThat(new NamePattern("Microsoft.MicrosoftStickyNotes*").fits("Microsoft.MicrosoftStickyNotes_8weky"))
                .isTrue();
        assertThat(new NamePattern("a?c").fits("abc")).isTrue();
        assertThat(new NamePattern("a?c").fits("ac")).isFalse();
        assertThat(new NamePattern("*").fits("")).isTrue();
        assertThat(new NamePattern("*a*b").fits("xaxbx")).isFalse();
        assertThat(new NamePattern("*a*b").fits("xaxbxb")).isTrue();
    }

    private Walked walk(Files files, List<Claim> claims, int threads) {
        return new DiskWalk(files, order(claims), Watch.NOBODY).over(List.of("C:\\"), threads);
    }

    private DiskWalk.Order order(List<Claim> claims) {
        return new DiskWalk.Order(claims, List.of(), total, new Tally(), Set.of(), Set.of('C'), 0);
    }

    private Claim claim(String path) {
        return Claim.of(Place.of("k", Optional.empty(), path, Origin.KNOWN_PLACE), owner, total);
    }

    private static long files(Claim claim) {
        return claim.matches().values().stream()
                .mapToLong(tally -> tally.count().files())
                .sum();
    }

    private static int depth(String path) {
        return path.equals("C:\\") ? 1 : path.split("\\\\", -1).length;
    }

    private static FileEntry folder(String name) {
        return new FileEntry(name, FileEntry.DIRECTORY, 0, 0, DAY);
    }

    private static FileEntry file(String name, long size) {
        return new FileEntry(name, 0x20, 0, size, DAY);
    }

    private static Files tree(Function<String, List<FileEntry>> children) {
        return new Files() {
            @Override
            public Reading<FileEntry> entry(String path) {
                return Reading.of(folder(path));
            }

            @Override
            public Reading<List<FileEntry>> children(String path) {
                return Reading.of(children.apply(path));
            }

            @Override
            public Reading<byte[]> bytes(String path, long offset, int length) {
                return Reading.unreadable(new WindowsError(Message.of("test"), 5, ""));
            }

            @Override
            public Reading<String> target(String path) {
                return Reading.absent();
            }
        };
    }
}
