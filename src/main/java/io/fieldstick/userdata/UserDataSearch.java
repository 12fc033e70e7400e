package io.fieldstick.userdata;

import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.UserProfile;
import io.fieldstick.windows.UserProfiles;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds all that people would miss on a Windows: asks the registry for the places, then walks the disk once. */
public final class UserDataSearch {
    /** Windows's code page for texts that are not Unicode (MS docs: "Code Page Identifiers"; value ACP). */
    private static final RegistryKey CODE_PAGES =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage");

    private static final String USUAL_WINDOWS = "C:\\Windows";
    private static final String USUAL_PROFILES = "Users";

    private final WindowsView windows;
    private final LinkedPlaces places;
    private final Set<String> leftOut;
    private final List<NotRead> notRead = new ArrayList<>();
    private final Tally total = new Tally();
    private final Map<UserHome, Tally> users = new LinkedHashMap<>();
    private final Tally nobody = new Tally();
    private final Tally saved = new Tally();
    private final Map<Fate, Tally> fates = new EnumMap<>(Fate.class);
    private final List<Claim> claims = new ArrayList<>();
    private final Map<SpecialProgram, List<Claim>> special = new LinkedHashMap<>();
    private final List<Claim> rules = new ArrayList<>();
    private final Claim databases =
            Claim.of(Place.of("databases", Optional.empty(), "*", Origin.FOUND).eachExcept(Set.of()), nobody, total);

    private UserDataSearch(WindowsView windows, List<String> leftOut) {
        this.windows = windows;
        this.places = new LinkedPlaces(windows.files());
        this.leftOut = leftOut.stream()
                .map(WindowsPath::normal)
                .map(WindowsPath::folded)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Searches {@code windows} while {@code watch} looks on.
     *
     * @param rules of programs whose data must not be copied blindly
     * @param leftOut folders that are not looked into, and drives: the stick that this program runs from
     * @param threads 1 for a spinning disk, which only gets slower by more
     */
    public static UserDataReport of(
            WindowsView windows, List<SpecialProgram> rules, List<String> leftOut, int threads, Watch watch) {
        return new UserDataSearch(windows, leftOut).search(rules, threads, watch);
    }

    private UserDataReport search(List<SpecialProgram> programs, int threads, Watch watch) {
        MachineHome machine = machine();
        for (UserProfile profile : machine.users()) {
            users.put(new UserHome(profile, windows, machine.environment()), new Tally());
        }
        UserDataCatalogue.kinds().forEach(kind -> claim(kind, machine));
        SpecialPrograms installed = new SpecialPrograms(machine);
        programs.forEach(program -> special.put(program, claims(program, installed)));
        notRead.addAll(installed.notRead());
        FateRules.of(machine).forEach(rule -> rule(rule, machine.drives().get(0)));
        Walked walked =
                new DiskWalk(windows.files(), order(machine.drives()), watch).over(roots(machine.drives()), threads);
        List<MailStore> stores = mailStores(machine, walked);
        notRead.addAll(walked.notRead());
        users.keySet().forEach(user -> notRead.addAll(user.notRead()));
        return report(machine, walked, stores, special(installed, walked));
    }

    private MachineHome machine() {
        RegistryView registry = windows.registry();
        EnvironmentVariables environment = EnvironmentVariables.ofMachine(registry);
        UserProfiles profiles = UserProfiles.of(registry);
        profiles.unread().forEach(why -> notRead.add(new NotRead("HKLM, HKU", why)));
        String folder = environment.path("%SystemRoot%").orElse(USUAL_WINDOWS);
        String drive = folder.substring(0, 3);
        String home = UserProfiles.folder(registry).orElse(drive + USUAL_PROFILES);
        return new MachineHome(
                registry,
                windows.files(),
                environment,
                drives(drive),
                folder,
                home,
                profiles.all().stream().map(this::withLongNames).toList(),
                this::note);
    }

    private void note(NotRead one) {
        if (!notRead.contains(one)) {
            notRead.add(one);
        }
    }

    private UserProfile withLongNames(UserProfile profile) {
        if (!(profile.path() instanceof Reading.Present<String> path)) {
            return profile;
        }
        String home = LongNames.of(path.value(), windows.files());
        return new UserProfile(
                profile.sid(), WindowsPath.name(home), Reading.of(home), profile.loaded(), profile.standing());
    }

    /** The fixed drives, that of Windows first. */
    private List<String> drives(String windowsDrive) {
        List<String> drives = new ArrayList<>(List.of(windowsDrive));
        Reading<List<Volumes.Volume>> volumes = windows.volumes().list();
        if (volumes instanceof Reading.Unreadable<List<Volumes.Volume>> unreadable) {
            notRead.add(new NotRead(windowsDrive, unreadable.why()));
        }
        for (Volumes.Volume volume : volumes.orElse(List.of())) {
            boolean other = !volume.root().equalsIgnoreCase(windowsDrive)
                    && !leftOut.contains(WindowsPath.folded(volume.root()));
            if (volume.type() == Volumes.DriveType.FIXED && other) {
                drives.add(volume.root());
            }
        }
        return drives;
    }

    private void claim(UserDataKind kind, MachineHome machine) {
        users.forEach((user, count) -> places(kind.ofUser(user))
                .map(place -> Claim.of(place, count, total))
                .forEach(claims::add));
        places(kind.ofMachine(machine))
                .map(place -> kind.isCounted() ? Claim.of(place, nobody, total) : Claim.of(place))
                .forEach(claims::add);
    }

    /** Where the places of one kind really are; two of them that links lead to the same place are one. */
    private Stream<Place> places(List<Place> named) {
        Map<String, Place> distinct = new LinkedHashMap<>();
        named.stream()
                .map(places::of)
                .forEach(place -> distinct.putIfAbsent(WindowsPath.folded(place.path()) + place.except(), place));
        return distinct.values().stream();
    }

    /** Of every byte only the drive of Windows is told; elsewhere, what nothing explains in somebody's profile. */
    private void rule(FateRules.Rule rule, String windowsDrive) {
        Place place = FateRules.place(rule);
        rules.add(
                WindowsPath.isAtOrBelow(rule.path(), windowsDrive)
                        ? Claim.of(place, rule.fate(), fates.computeIfAbsent(rule.fate(), fate -> new Tally()))
                        : Claim.of(place, rule.fate()));
    }

    private DiskWalk.Order order(List<String> drives) {
        Place stores = Place.of("mail-store", Optional.empty(), "*", Origin.FOUND);
        List<Claim> all = new ArrayList<>(rules);
        all.addAll(claims);
        special.values().forEach(all::addAll);
        return new DiskWalk.Order(
                all,
                List.of(
                        new Wanted(MailStores.ENDINGS, Claim.of(stores, total), true),
                        new Wanted(DatabaseFiles.ENDINGS, databases, false)),
                total,
                saved,
                leftOut,
                drives.stream()
                        .map(drive -> drive.charAt(0))
                        .filter(this::hasFileIds)
                        .collect(Collectors.toUnmodifiableSet()),
                drives.stream().mapToLong(this::inUse).sum());
    }

    /** Only NTFS has hard links; other file systems make their ids up as they list. A disk that is mounted elsewhere says none. */
    private boolean hasFileIds(char letter) {
        return windows.volumes()
                .fileSystem(letter)
                .map(Volumes.FileSystem::name)
                .orElse("NTFS")
                .equalsIgnoreCase("NTFS");
    }

    private long inUse(String drive) {
        return windows.volumes()
                .space(drive.charAt(0))
                .map(space -> space.total() - space.free())
                .orElse(0L);
    }

    /** The drives, and the folders that places are in on no such drive: a server, a stick. */
    private List<String> roots(List<String> drives) {
        List<String> roots = new ArrayList<>(drives);
        List<String> elsewhere = Stream.concat(
                        claims.stream(), special.values().stream().flatMap(List::stream))
                .map(claim -> claim.place().base())
                .filter(base -> roots.stream().noneMatch(root -> WindowsPath.isAtOrBelow(base, root)))
                .distinct()
                .toList();
        elsewhere.stream()
                .filter(base -> elsewhere.stream()
                        .noneMatch(other -> other.length() < base.length() && WindowsPath.isAtOrBelow(base, other)))
                .forEach(roots::add);
        return roots;
    }

    private List<MailStore> mailStores(MachineHome machine, Walked walked) {
        MailStores stores = MailStores.of(machine, windows.processes());
        for (FoundFile file : walked.found()) {
            stores.found(file.path(), file.entry());
            count(file.path(), file.entry(), file.counts());
        }
        for (UserHome user : users.keySet()) {
            OutlookProfiles.of(user, codePage()).stream()
                    .map(named -> named.at(places.of(named.path()).path()))
                    .forEach(named -> stores.named(named, user));
        }
        return stores.judged();
    }

    /** Counts a data file that lies in none of the places for whose profile it is in. */
    private void count(String path, FileEntry entry, List<Tally> counted) {
        users.forEach((user, count) -> {
            boolean own = user.profile().path() instanceof Reading.Present<String> home
                    && WindowsPath.isAtOrBelow(path, home.value());
            if (own && !counted.contains(count)) {
                count.addFile(entry);
            }
        });
    }

    private Charset codePage() {
        String number = windows.registry()
                .value(CODE_PAGES, "ACP")
                .map(RegistryValue::text)
                .orElse("");
        for (String name : List.of("x-mswin-" + number, "windows-" + number, "x-IBM" + number)) {
            if (number.matches("\\d{3,5}") && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    private List<Claim> claims(SpecialProgram program, SpecialPrograms installed) {
        return places(installed.places(program))
                .map(place -> Claim.of(place, nobody, total))
                .toList();
    }

    /** The programs that a service or an entry among the installed programs tells of, or whose files were found. */
    private List<SpecialData> special(SpecialPrograms installed, Walked walked) {
        List<SpecialData> found = new ArrayList<>();
        special.forEach((program, places) -> {
            List<UserDataItem> items = places.stream()
                    .flatMap(claim -> items(claim, walked).stream())
                    .toList();
            SpecialData data = new SpecialData(program.name(), installed.evidence(program), items, program.advice());
            if (!data.evidence().isEmpty() || !data.items().isEmpty()) {
                found.add(data);
            }
        });
        return found;
    }

    private UserDataReport report(
            MachineHome machine, Walked walked, List<MailStore> stores, List<SpecialData> programs) {
        List<UserData> people = new ArrayList<>();
        users.forEach((user, count) -> people.add(new UserData(
                user.profile(), user.registryRead(), items(Optional.of(user.profile()), walked), count.count())));
        return new UserDataReport(
                machine.windowsFolder().substring(0, 3),
                machine.drives(),
                people,
                shared(walked),
                programs,
                stores,
                leftBehind(),
                walked.encrypted(),
                walked.big(),
                OpenDocuments.of(walked.openDocuments()),
                notRead,
                walked.notReadOfWindows(),
                walked.links().stream()
                        .filter(link -> !places.isFollowed(link.path()))
                        .toList(),
                walked.unlisted(),
                total.count(),
                walked.linksOnce(),
                walked.whole());
    }

    private List<UserDataItem> shared(Walked walked) {
        List<UserDataItem> items = new ArrayList<>(items(Optional.empty(), walked));
        items.addAll(items(databases, walked));
        return items;
    }

    private LeftBehind leftBehind() {
        Map<Fate, Count> counts = new EnumMap<>(Fate.class);
        fates.forEach((fate, count) -> counts.put(fate, count.count()));
        counts.put(Fate.TO_SAVE, saved.count());
        Map<String, Count> unexplained = new LinkedHashMap<>();
        for (Claim rule : rules) {
            if (rule.fate().equals(Optional.of(Fate.UNEXPLAINED))) {
                rule.matches().forEach((path, count) -> unexplained.put(path, count.count()));
            }
        }
        return new LeftBehind(
                counts,
                unexplained.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> new LeftBehind.Unexplained(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(item -> -item.count().bytes()))
                        .toList());
    }

    private List<UserDataItem> items(Optional<UserProfile> owner, Walked walked) {
        List<UserDataItem> items = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.place().owner().equals(owner)) {
                items.addAll(items(claim, walked));
            }
        }
        return items;
    }

    private static List<UserDataItem> items(Claim claim, Walked walked) {
        Place place = claim.place();
        List<UserDataItem> items = new ArrayList<>();
        claim.matches().forEach((path, count) -> items.add(item(place, path, UserDataItem.State.FOUND, count.count())));
        if (!claim.link().isEmpty()) {
            items.add(item(place, claim.link(), UserDataItem.State.BEHIND_LINK, Count.NONE));
        } else if (items.isEmpty() && place.isExact()) {
            items.add(item(place, place.path(), whyNot(place.path(), walked), Count.NONE));
        }
        items.removeIf(UserDataSearch::isNothing);
        return items;
    }

    /** A place that was only worth a look: nobody said that something is there, and nothing is. */
    private static boolean isNothing(UserDataItem item) {
        boolean onlyALook =
                Set.of(Origin.LEFT_BEHIND, Origin.KNOWN_PLACE, Origin.FOUND).contains(item.origin());
        boolean nothing = item.state() == UserDataItem.State.MISSING || item.state() == UserDataItem.State.FOUND;
        return onlyALook && nothing && item.count().isEmpty();
    }

    private static UserDataItem item(Place place, String path, UserDataItem.State state, Count count) {
        boolean closed = count.files() + count.cloudFiles() == 0 && count.folders() <= 1 && count.unreadFolders() > 0;
        return new UserDataItem(
                place.kind(),
                path,
                place.origin(),
                place.evidence(),
                closed ? UserDataItem.State.UNREADABLE : state,
                count,
                place.advice(),
                place.link());
    }

    private static UserDataItem.State whyNot(String path, Walked walked) {
        if (walked.links().stream().anyMatch(link -> WindowsPath.isAtOrBelow(path, link.path()))) {
            return UserDataItem.State.BEHIND_LINK;
        }
        boolean closed = walked.notRead().stream().anyMatch(not -> WindowsPath.isAtOrBelow(path, not.where()));
        return closed ? UserDataItem.State.UNREADABLE : UserDataItem.State.MISSING;
    }
}
