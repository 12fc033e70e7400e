package io.fieldstick.windows;

import io.fieldstick.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A Windows 10 in memory that obeys the port's contracts, for tests: set it up, break it, look at what was done to it.
 *
 * <p>Fresh, it has a volume C, a computer name, the version in the registry, and no user; the process runs as
 * LocalSystem until a loaded user is added.
 */
public final class InMemoryWindows implements Windows {
    public static final RegistryKey PROFILE_LIST =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList");
    public static final RegistryKey CURRENT_VERSION =
            RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");
    /** The name after the next restart; {@code ActiveComputerName} beside it is the one in force. */
    public static final RegistryKey COMPUTER_NAME =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName");

    public static final RegistryKey ACTIVE_COMPUTER_NAME =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName");
    public static final RegistryKey TCPIP_PARAMETERS =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters");

    /** When every key was last written of which a test says nothing. */
    public static final Instant LONG_AGO = Instant.parse("2026-01-05T01:30:00Z");

    /** When a key was last written that was written through the port. */
    public static final Instant DURING_THE_RUN = Instant.parse("2026-11-24T04:00:01Z");

    public static final RegistryKey TIME_ZONES = CURRENT_VERSION.child("Time Zones");

    private static final String PROGRAM_FILES = "C:\\Program Files";
    private static final String PROGRAM_FILES_32 = "C:\\Program Files (x86)";
    private static final String LOCAL_SYSTEM = "S-1-5-18";
    /** What SetComputerNameEx refuses in a name (MS docs: sysinfoapi SetComputerNameExW). */
    private static final String FORBIDDEN_IN_NAME = "\"/\\[]:|<>+=;,?";

    private static final int INVALID_COMPUTER_NAME = 1210;
    private static final int NETBIOS_LENGTH = 15;
    /** ERROR_NO_ASSOCIATION (winerror.h). */
    private static final int NO_ASSOCIATION = 1155;

    private final List<String> writes = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private final InMemoryRegistry registry = new InMemoryRegistry(this::write);
    private final InMemoryFiles files = new InMemoryFiles();
    private final InMemoryHives hives = new InMemoryHives(registry, files, this::aboutHives);
    private List<WindowsPage> pages = List.of();
    private Consumer<WindowsPage> person = page -> {};
    private Components components = this::refusalToCreate;
    private final InMemoryFileWrites fileWrites = new InMemoryFileWrites(files, this::write);
    private final InMemoryVolumes volumes = new InMemoryVolumes();
    private final InMemoryMachine machine = new InMemoryMachine();
    private final InMemoryInternet internet = new InMemoryInternet(registry, machine);
    private final InMemoryDisks disks = new InMemoryDisks();
    private final InMemoryProgramRuns programRuns = new InMemoryProgramRuns(files, this::write);
    private final InMemoryScheduledTasks scheduledTasks = new InMemoryScheduledTasks(this::write);
    private final InMemoryTurns turns = new InMemoryTurns();
    private final Map<String, Reading<Signatures.Signature>> signatures = new HashMap<>();
    private final InMemoryAssociations associations = new InMemoryAssociations(registry, machine);
    private final InMemorySecurity security = new InMemorySecurity(this::write);
    private final InMemoryPower power = new InMemoryPower(this::write);
    private final InMemoryServices services = new InMemoryServices(this::write);
    private final Map<String, Reading<List<String>>> names = new HashMap<>();
    private final InMemoryDomain domain = new InMemoryDomain(this::rename);
    private Reading<List<String>> otherNames = Reading.absent();
    private final List<Devices.Device> devices = new ArrayList<>();
    private final InMemoryProcesses processes = new InMemoryProcesses();
    private Reading<List<Activation.Licence>> licences = Reading.absent();
    private Reading<List<Antivirus.Product>> scanners = Reading.absent();
    private int writesUntilFailure = -1;
    private int failureCode;

    public InMemoryWindows() {
        key(RegistryKey.machine32("SOFTWARE\\Microsoft"));
        key(RegistryKey.machine("SYSTEM\\CurrentControlSet\\Services"));
        key(new RegistryKey(RegistryKey.Root.USERS, ".DEFAULT", RegistryKey.View.BITS_64));
        registry.alias(
                new RegistryKey(RegistryKey.Root.USERS, ".DEFAULT", RegistryKey.View.BITS_64),
                new RegistryKey(RegistryKey.Root.USERS, LOCAL_SYSTEM, RegistryKey.View.BITS_64));
        put(CURRENT_VERSION, "SystemRoot", RegistryValue.sz("C:\\Windows"));
        put(CURRENT_VERSION, "CurrentBuildNumber", RegistryValue.sz("19045"));
        put(CURRENT_VERSION, "DisplayVersion", RegistryValue.sz("22H2"));
        put(PROFILE_LIST, "ProfilesDirectory", RegistryValue.expandSz("%SystemDrive%\\Users"));
        for (String zone : List.of("China Standard Time", "Pacific Standard Time", "W. Europe Standard Time")) {
            put(TIME_ZONES.child(zone), "TZI", RegistryValue.binary(new byte[44]));
        }
        service("Spooler", Service.Start.AUTOMATIC, Service.State.RUNNING);
        service("W32Time", Service.Start.MANUAL, Service.State.STOPPED);
        put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"),
                "ProgramFilesDir",
                RegistryValue.sz(PROGRAM_FILES));
        computerName("OLDNAME");
        put(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows\\CurrentVersion"),
                "ProgramFilesDir (x86)",
                RegistryValue.sz(PROGRAM_FILES_32));
        folder(PROGRAM_FILES).folder(PROGRAM_FILES_32);
        volume('C', Volumes.DriveType.FIXED, "NTFS", "", 256L << 30, 128L << 30);
    }

    @Override
    public Registry registry() {
        return registry;
    }

    @Override
    public Hives hives() {
        return hives;
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Sealing sealing() {
        return new InMemorySealing();
    }

    @Override
    public FileWrites fileWrites() {
        return fileWrites;
    }

    @Override
    public Files files() {
        return files;
    }

    @Override
    public Volumes volumes() {
        return volumes;
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public Internet internet() {
        return internet;
    }

    /** Set it up through its own methods. */
    @Override
    public InMemoryDisks disks() {
        return disks;
    }

    @Override
    public NameLookup nameLookup() {
        return hostName -> names.getOrDefault(hostName.toUpperCase(Locale.ROOT), otherNames);
    }

    @Override
    public Devices devices() {
        return () -> Reading.of(List.copyOf(devices));
    }

    /** Set up its windows and who holds files through its own methods. */
    @Override
    public InMemoryProcesses processes() {
        return processes;
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public Associations associations() {
        return associations;
    }

    /** A program that is registered for "Default apps", for files with this extension. */
    public InMemoryWindows opens(String program, String exe, String extension, String progId) {
        String capabilities = "SOFTWARE\\" + program + "\\Capabilities";
        put(RegistryKey.machine("SOFTWARE\\RegisteredApplications"), program, RegistryValue.sz(capabilities));
        put(RegistryKey.machine(capabilities + "\\FileAssociations"), extension, RegistryValue.sz(progId));
        return put(
                RegistryKey.machine("SOFTWARE\\Classes\\" + progId + "\\shell\\open\\command"),
                "",
                RegistryValue.sz("\"" + exe + "\" \"%1\""));
    }

    /** Set it up through its own methods. */
    @Override
    public InMemorySecurity security() {
        return security;
    }

    /** Set it up through its own methods. */
    @Override
    public InMemoryPower power() {
        return power;
    }

    @Override
    public Activation activation() {
        return () -> licences;
    }

    @Override
    public Antivirus antivirus() {
        return () -> scanners;
    }

    @Override
    public Signatures signatures() {
        return path -> signatures.getOrDefault(path.substring(path.lastIndexOf('\\') + 1), Reading.absent());
    }

    /** Set it up through its own methods. */
    @Override
    public InMemoryProgramRuns programRuns() {
        return programRuns;
    }

    @Override
    public void renameComputer(String name) {
        Message tried = Tried.renameComputer(name);
        boolean valid = !name.isBlank()
                && name.equals(name.strip())
                && name.chars().noneMatch(c -> c < ' ' || FORBIDDEN_IN_NAME.indexOf(c) >= 0);
        if (!valid) {
            throw new WindowsException(WindowsErrors.error(tried, INVALID_COMPUTER_NAME));
        }
        rename(name, tried);
    }

    private void rename(String name, Message tried) {
        write(tried, "rename the computer to " + name);
        put(COMPUTER_NAME, "ComputerName", RegistryValue.sz(netBios(name)));
        put(TCPIP_PARAMETERS, "NV Hostname", RegistryValue.sz(name));
    }

    /** Set it up through its own methods. */
    @Override
    public InMemoryScheduledTasks scheduledTasks() {
        return scheduledTasks;
    }

    /** Set it up through its own methods. */
    @Override
    public InMemoryTurns turns() {
        return turns;
    }

    @Override
    public void setTimeZone(TimeZone zone) {
        Message tried = Tried.setTimeZone(zone.key());
        if (machine.timeZone() instanceof Reading.Unreadable<TimeZone> refused) {
            throw new WindowsException(refused.why());
        }
        if (registry.value(TIME_ZONES.child(zone.key()), "TZI").isAbsent()) {
            throw new WindowsException(WindowsErrors.error(tried, WindowsError.INVALID_PARAMETER));
        }
        write(tried, "set the time zone to " + zone);
        machine.timeZone(Reading.of(zone));
    }

    /** Set it up with {@link #member}. */
    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public void setWinHttpProxy(WinHttpProxy proxy) {
        write(Tried.setWinHttpProxy(), "set the proxy of WinHTTP to " + proxy);
        put(InMemoryInternet.WIN_HTTP, InMemoryInternet.WIN_HTTP_VALUE, InMemoryInternet.winHttp(proxy));
    }

    @Override
    public void announce(Announcement announcement) {
        announcements.add(announcement);
    }

    @Override
    public void open(WindowsPage page) {
        if (!pages.contains(page)) {
            throw new WindowsException(WindowsErrors.error(Tried.openPage(page.target()), NO_ASSOCIATION));
        }
        person.accept(page);
    }

    // ---- what it is before the test -------------------------------------------------------------------------------

    /** Puts the value there, with the keys above it; no write is counted. */
    public InMemoryWindows put(RegistryKey key, String name, RegistryValue value) {
        hives.fileOf(key)
                .ifPresentOrElse(
                        file -> hives.edit(
                                file,
                                hive -> InMemoryRegistry.at(hive, below(key)).put(name, value)),
                        () -> registry.put(key, name, value));
        return this;
    }

    private static String below(RegistryKey key) {
        return key.path().substring(key.top().path().length() + 1);
    }

    /** Takes the key away with all below it; no write is counted. */
    public InMemoryWindows remove(RegistryKey key) {
        registry.remove(key);
        return this;
    }

    /** Puts the key there, and those above it. */
    public InMemoryWindows key(RegistryKey key) {
        registry.create(key);
        return this;
    }

    /** The key, which is made where missing, was last written then. */
    public InMemoryWindows written(RegistryKey key, Instant then) {
        registry.written(key, then);
        return this;
    }

    /** A user with this profile folder, in the profile list; {@code loaded} puts the hive below HKEY_USERS. */
    public InMemoryWindows user(String sid, String profilePath, boolean loaded) {
        put(PROFILE_LIST.child(sid), "ProfileImagePath", RegistryValue.expandSz(profilePath));
        put(PROFILE_LIST.child(sid), "Flags", RegistryValue.dword(0));
        put(PROFILE_LIST.child(sid), "State", RegistryValue.dword(0));
        folder(profilePath);
        if (loaded) {
            key(RegistryKey.user(sid, "Software\\Microsoft\\Windows\\CurrentVersion"));
            key(RegistryKey.user(sid, "Volatile Environment"));
            key(RegistryKey.user(sid, "Environment"));
            if (machine.processUser().equals(Reading.of(LOCAL_SYSTEM))) {
                machine.processUser(sid);
            }
        }
        return this;
    }

    /** A user who is there and loaded signs out: the hive is in the profile's NTUSER.DAT then. */
    public InMemoryWindows signOut(String sid) {
        String folder = registry.value(PROFILE_LIST.child(sid), "ProfileImagePath")
                .map(RegistryValue::text)
                .orElse("");
        hives.signOut(sid, folder + "\\NTUSER.DAT");
        if (machine.processUser().equals(Reading.of(sid))) {
            machine.processUser(LOCAL_SYSTEM);
        }
        return this;
    }

    /** Everybody who had signed out signs in again. */
    public InMemoryWindows everybodySignsIn() {
        hives.signedOut().forEach(hives::signIn);
        return this;
    }

    /** Everybody who is signed in signs out. */
    public InMemoryWindows everybodySignsOut() {
        registry.everyUser().orElse(List.of()).forEach(this::signOut);
        return this;
    }

    /** The template of new users, with the keys that each has. */
    public InMemoryWindows defaultUser() {
        put(PROFILE_LIST, "Default", RegistryValue.expandSz("%SystemDrive%\\Users\\Default"));
        hives.create(RegistryKey.DEFAULT_USER, "C:\\Users\\Default\\NTUSER.DAT");
        return put(RegistryKey.user(RegistryKey.DEFAULT_USER, "Environment"), "TEMP", RegistryValue.sz("x"));
    }

    /** The computer name in force, with no other pending. */
    public InMemoryWindows computerName(String name) {
        put(COMPUTER_NAME, "ComputerName", RegistryValue.sz(netBios(name)));
        put(ACTIVE_COMPUTER_NAME, "ComputerName", RegistryValue.sz(netBios(name)));
        put(TCPIP_PARAMETERS, "NV Hostname", RegistryValue.sz(name));
        return put(TCPIP_PARAMETERS, "Hostname", RegistryValue.sz(name));
    }

    /** What a restart does: the pending computer name comes into force. */
    public InMemoryWindows restart() {
        registry.value(COMPUTER_NAME, "ComputerName").map(name -> put(ACTIVE_COMPUTER_NAME, "ComputerName", name));
        registry.value(TCPIP_PARAMETERS, "NV Hostname").map(name -> put(TCPIP_PARAMETERS, "Hostname", name));
        return this;
    }

    /** A file of {@code size} zero bytes, which take no memory; the folders above it are made. */
    public InMemoryWindows file(String path, long size) {
        files.file(path, size);
        return this;
    }

    public InMemoryWindows file(String path, long size, Instant modified) {
        return file(path, size).modified(path, modified);
    }

    /** Takes a file away, or a folder with all in it. */
    public InMemoryWindows removeFile(String path) {
        files.remove(path);
        return this;
    }

    /** The 8.3 name by which {@code path} is found too; it is never listed. */
    public InMemoryWindows shortName(String path, String name) {
        files.shortName(path, name);
        return this;
    }

    public InMemoryWindows folder(String path) {
        files.folder(path);
        return this;
    }

    /** A file with these bytes. */
    public InMemoryWindows bytes(String path, byte[] bytes) {
        files.bytes(path, bytes);
        return this;
    }

    /** A cloud placeholder as OneDrive makes it: full size, no bytes on the disk. */
    public InMemoryWindows cloudFile(String path, long size) {
        int attributes = 0x20 | FileEntry.OFFLINE | FileEntry.RECALL_ON_DATA_ACCESS | FileEntry.REPARSE_POINT;
        file(path, size);
        files.change(path, e -> new FileEntry(e.name(), attributes, 0x9000601A, size, e.modified()));
        return this;
    }

    /** A junction; what lies "below" it can be added to show that nobody goes there. */
    public InMemoryWindows junction(String path) {
        folder(path);
        int attributes = FileEntry.DIRECTORY | FileEntry.REPARSE_POINT;
        files.change(path, e -> new FileEntry(e.name(), attributes, 0xA0000003, 0, e.modified()));
        return this;
    }

    /** A junction of which Windows says where it leads. */
    public InMemoryWindows junction(String path, String target) {
        junction(path);
        files.lead(path, target);
        return this;
    }

    /** Adds FILE_ATTRIBUTE_ bits to a file or folder that is there. */
    public InMemoryWindows attributes(String path, int more) {
        files.change(path, e -> new FileEntry(e.name(), e.attributes() | more, e.reparseTag(), e.size(), e.modified()));
        return this;
    }

    /** Says that the file is as big as this, of which only its first bytes are there. */
    public InMemoryWindows size(String path, long size) {
        files.change(path, e -> new FileEntry(e.name(), e.attributes(), e.reparseTag(), size, e.modified()));
        return this;
    }

    public InMemoryWindows modified(String path, Instant modified) {
        files.change(path, e -> new FileEntry(e.name(), e.attributes(), e.reparseTag(), e.size(), modified));
        return this;
    }

    /** A healthy volume; its root folder is there too. */
    public InMemoryWindows volume(
            char letter, Volumes.DriveType type, String fileSystem, String label, long total, long free) {
        volumes.add(
                letter,
                type,
                new Volumes.FileSystem(fileSystem, label, 0x12345678, false),
                new Volumes.Space(total, free, 4096));
        return folder(letter + ":\\");
    }

    /** A healthy volume that cannot be written to, as a card whose switch is set. */
    public InMemoryWindows writeProtected(char letter, String fileSystem, long total, long free) {
        volumes.add(
                letter,
                Volumes.DriveType.REMOVABLE,
                new Volumes.FileSystem(fileSystem, "", 0x12345678, true),
                new Volumes.Space(total, free, 4096));
        return folder(letter + ":\\");
    }

    /** A volume for which Windows answers {@code code}: 1005 RAW, 21 not ready, 0x80310000 locked by BitLocker ... */
    public InMemoryWindows faultyVolume(char letter, Volumes.DriveType type, int code) {
        volumes.addFaulty(letter, type, code);
        return unreadable(letter + ":\\", code);
    }

    /** The sectors of {@code \\.\X:} or {@code \\.\PhysicalDriveN}. */
    public InMemoryWindows device(String device, Sectors sectors) {
        volumes.device(device, sectors);
        return this;
    }

    /** A device in the computer; {@code problem} is 0 for one that works. */
    public InMemoryWindows presentDevice(String hardwareId, String compatibleId, String name, int problem) {
        devices.add(new Devices.Device(List.of(hardwareId), List.of(compatibleId), name, Reading.of(problem)));
        return this;
    }

    /** A device in the computer of which Windows does not say whether it works. */
    public InMemoryWindows unreadableDevice(String hardwareId, String compatibleId, String name, int code) {
        WindowsError why = WindowsErrors.error(Tried.askDevice(name), code);
        devices.add(new Devices.Device(List.of(hardwareId), List.of(compatibleId), name, Reading.unreadable(why)));
        return this;
    }

    /** A running process of this program file. */
    public InMemoryWindows process(long id, String name) {
        processes.add(new Processes.Process(id, name));
        return this;
    }

    /** A service that is no driver. */
    public InMemoryWindows service(String name, Service.Start start, Service.State state) {
        services.put(name, new Service(false, start, state));
        return this;
    }

    /** A driver of the kernel. */
    public InMemoryWindows driver(String name, Service.Start start) {
        services.put(name, new Service(true, start, Service.State.RUNNING));
        return this;
    }

    /** What Windows answers about its licences; fresh, it has no such thing to ask. */
    public InMemoryWindows licences(Reading<List<Activation.Licence>> answer) {
        licences = answer;
        return this;
    }

    /** What COM answers; fresh, it makes every object. */
    /** It has these pages, and {@code person} does there what a person would. */
    public InMemoryWindows pages(List<WindowsPage> pages, Consumer<WindowsPage> person) {
        this.pages = List.copyOf(pages);
        this.person = person;
        return this;
    }

    /** From now on a file with these bytes is a cabinet with these files in it. */
    public InMemoryWindows cabinet(byte[] bytes, Map<String, byte[]> contents) {
        fileWrites.cabinet(bytes, contents);
        return this;
    }

    /** Whatever is registered can be made. */
    private Reading<Optional<WindowsError>> refusalToCreate(String clsid, RegistryKey.View view) {
        RegistryKey server = new RegistryKey(
                RegistryKey.Root.MACHINE, "SOFTWARE\\Classes\\CLSID\\" + clsid + "\\InprocServer32", view);
        WindowsError none = new WindowsError(Tried.createObject(clsid), Components.NOT_REGISTERED, "");
        return Reading.of(registry.value(server, "").isPresent() ? Optional.empty() : Optional.of(none));
    }

    /** From now on asking for objects is answered so. */
    public InMemoryWindows objects(Components answers) {
        components = answers;
        return this;
    }

    /** What the Security Center answers; fresh, there is none. */
    public InMemoryWindows scanners(Reading<List<Antivirus.Product>> answer) {
        scanners = answer;
        return this;
    }

    /** Every file of this name is signed so. */
    public InMemoryWindows signed(String name, String signer, int code) {
        signatures.put(name, Reading.of(new Signatures.Signature(signer, code)));
        return this;
    }

    public InMemoryWindows refuseDevice(String device, int code) {
        volumes.refuseOpening(device, code);
        return this;
    }

    public InMemoryWindows version(int major, int minor, int build) {
        machine.version(Reading.of(new Machine.Version(major, minor, build)));
        return put(CURRENT_VERSION, "CurrentBuildNumber", RegistryValue.sz(Integer.toString(build)));
    }

    public InMemoryWindows membership(boolean domain, String name) {
        machine.membership(Reading.of(new Machine.Membership(domain, name)));
        return this;
    }

    public InMemoryWindows timeZone(TimeZone zone) {
        machine.timeZone(Reading.of(zone));
        return this;
    }

    /** Refuses to say or set the time zone. */
    public InMemoryWindows refuseTimeZone(int code) {
        machine.timeZone(Reading.unreadable(WindowsErrors.error(Tried.askTimeZone(), code)));
        return this;
    }

    /** The serial number by the firmware; fresh, there is none. */
    public InMemoryWindows serialNumber(Reading<String> answer) {
        machine.serialNumber(answer);
        return this;
    }

    /** The network adapters; fresh, there is one of 3C-52-82-00-00-01. */
    public InMemoryWindows adapters(NetworkAdapter... answer) {
        machine.adapters(Reading.of(List.of(answer)));
        return this;
    }

    /** Another computer answers to this name. */
    public InMemoryWindows neighbour(String hostName, String address) {
        names.put(hostName.toUpperCase(Locale.ROOT), Reading.of(List.of(address)));
        return this;
    }

    /** What is answered for every name of which nothing else was said. */
    public InMemoryWindows otherNames(Reading<List<String>> answer) {
        otherNames = answer;
        return this;
    }

    /** A member of the domain {@code name}, where {@code account} with {@code password} may rename computers. */
    public InMemoryWindows member(String name, String account, String password) {
        domain.allow(account, password);
        return membership(true, name);
    }

    public InMemoryWindows memory(long bytes) {
        machine.memory(Reading.of(bytes));
        return this;
    }

    public InMemoryWindows processUser(String sid) {
        machine.processUser(sid);
        return this;
    }

    public InMemoryWindows elevated(boolean elevated) {
        machine.elevated(elevated);
        return this;
    }

    // ---- what is broken -------------------------------------------------------------------------------------------

    /** Refuses the {@code k}-th write from now on, once; 1 is the next one. It changes nothing and is not logged. */
    public InMemoryWindows failWrite(int k, int code) {
        writesUntilFailure = k;
        failureCode = code;
        return this;
    }

    /** Refuses to read or write the key and everything below it. */
    public InMemoryWindows unreadable(RegistryKey key, int code) {
        registry.refuseReading(key, code);
        hives.fileOf(key).ifPresent(file -> files.refuseReading(file, code));
        return this;
    }

    /** Refuses to take a hive away that is shown: somebody has a key of it open. */
    public InMemoryWindows holdHives(int code) {
        hives.hold(code);
        return this;
    }

    /** Whether a hive that is taken away stays in its file as it was, although nothing is refused: a disk that lies. */
    public InMemoryWindows loseHives(boolean now) {
        hives.lose(now);
        return this;
    }

    /** Refuses to write the key and everything below it; reading goes on. */
    public InMemoryWindows readOnly(RegistryKey key, int code) {
        registry.refuseWriting(key, code);
        return this;
    }

    /** Refuses to read or change the service. */
    public InMemoryWindows refuseService(String name, int code) {
        services.refuse(name, code);
        return this;
    }

    /** Refuses to read the file or folder and everything below it. */
    public InMemoryWindows unreadable(String path, int code) {
        files.refuseReading(path, code);
        return this;
    }

    /** From now on anybody may write to {@code folder}, as a careless setup leaves it. */
    public InMemoryWindows openToAll(String folder) {
        files.open(folder);
        return this;
    }

    // ---- what was done to it --------------------------------------------------------------------------------------

    /** One line for each write that Windows took, in order. */
    public List<String> writes() {
        return List.copyOf(writes);
    }

    /** The key of each question about a key that the registry was asked, in order. */
    public List<RegistryKey> keysAsked() {
        return registry.reads().stream()
                .filter(asked -> asked.value().isEmpty())
                .map(InMemoryRegistry.Asked::key)
                .toList();
    }

    /** The number of questions that the registry was asked. */
    public int questions() {
        return registry.reads().size();
    }

    /** Makes every value that was asked for one that says {@code value}, whether it was there or not. */
    public InMemoryWindows answerEveryQuestionWith(RegistryValue value) {
        List.copyOf(registry.reads()).forEach(asked -> asked.value().ifPresent(name -> put(asked.key(), name, value)));
        return this;
    }

    /** Refuses to read every key that was asked about. */
    public InMemoryWindows refuseEveryQuestion(int code) {
        List.copyOf(registry.reads()).forEach(asked -> unreadable(asked.key(), code));
        return this;
    }

    /** Puts the key among its own sub-keys, as a symbolic link can do. */
    public InMemoryWindows cycle(RegistryKey key, String name) {
        registry.cycle(key, name);
        return this;
    }

    public List<Announcement> announcements() {
        return List.copyOf(announcements);
    }

    /** Forgets the reads, writes and announcements so far; the state stays. */
    public InMemoryWindows clearLog() {
        writes.clear();
        registry.reads().clear();
        announcements.clear();
        return this;
    }

    /** All that can be written, by address, for exact comparison. */
    public SortedMap<String, String> snapshot() {
        SortedMap<String, String> all = registry.snapshot();
        services.addTo(all);
        all.putAll(hives.snapshot());
        power.addTo(all);
        security.addTo(all);
        all.put("time zone", machine.timeZone().toString());
        files.addTo(all, PROGRAM_FILES + "\\Fieldstick");
        files.addTo(all, PROGRAM_FILES_32 + "\\Fieldstick");
        return all;
    }

    private void aboutHives(Message tried, String line, boolean mayBeRefused) {
        if (mayBeRefused) {
            write(tried, line);
        } else {
            writes.add(line);
        }
    }

    private void write(Message tried, String line) {
        if (writesUntilFailure > 0 && --writesUntilFailure == 0) {
            throw new WindowsException(WindowsErrors.error(tried, failureCode));
        }
        writes.add(line);
    }

    private static String netBios(String name) {
        return name.substring(0, Math.min(name.length(), NETBIOS_LENGTH)).toUpperCase(Locale.ROOT);
    }
}
