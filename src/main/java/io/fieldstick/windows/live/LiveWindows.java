package io.fieldstick.windows.live;

import io.fieldstick.windows.Activation;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Antivirus;
import io.fieldstick.windows.Associations;
import io.fieldstick.windows.Components;
import io.fieldstick.windows.Devices;
import io.fieldstick.windows.Disks;
import io.fieldstick.windows.Domain;
import io.fieldstick.windows.FileWrites;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Hives;
import io.fieldstick.windows.Internet;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.NameLookup;
import io.fieldstick.windows.Power;
import io.fieldstick.windows.Processes;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Registry;
import io.fieldstick.windows.ScheduledTasks;
import io.fieldstick.windows.Sealing;
import io.fieldstick.windows.Security;
import io.fieldstick.windows.Services;
import io.fieldstick.windows.Signatures;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.Turns;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WinHttpProxy;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsPage;
import java.nio.file.Path;

/** The Windows that this program runs on; nothing native is loaded before the first question. */
public final class LiveWindows implements Windows {
    /** COMPUTER_NAME_FORMAT of sysinfoapi.h: sets the DNS host name and the NetBIOS name made from it. */
    private static final int PHYSICAL_DNS_HOSTNAME = 5;

    private final Registry registry = new LiveRegistry();
    private final Hives hives = new LiveHives();
    private final FileWrites fileWrites = new LiveFileWrites();
    private final Files files = new LiveFiles();
    private final Volumes volumes = new LiveVolumes();
    private final Machine machine = new LiveMachine();
    private final Internet internet = new LiveInternet();
    private final Devices devices = new LiveDevices();
    private final Processes processes = new LiveProcesses();
    private final Services services = new LiveServices();
    private final Power power = new LivePower();
    private final Security security = new LiveSecurity();
    private final Associations associations = new LiveAssociations();
    private final Activation activation = new LiveActivation();
    private final Antivirus antivirus = new LiveAntivirus();
    private final NameLookup nameLookup = new LiveNameLookup();
    private final Domain domain = new LiveDomain();
    private final Disks disks = new LiveDisks();
    private final Signatures signatures = new LiveSignatures();
    private final ProgramRuns programRuns = new LiveProgramRuns();
    private final Components components = new LiveComponents(programRuns, nativeCode());
    private final ScheduledTasks scheduledTasks = new LiveScheduledTasks();
    private final Turns turns = new LiveTurns();
    private final Sealing sealing = new LiveSealing();

    /** Where the launcher says that the stick's native code is: JNA's library, and programs of the stick's own. */
    private static Path nativeCode() {
        return Path.of(System.getProperty("jna.boot.library.path", "."));
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

    @Override
    public NameLookup nameLookup() {
        return nameLookup;
    }

    @Override
    public Devices devices() {
        return devices;
    }

    @Override
    public Processes processes() {
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

    @Override
    public Security security() {
        return security;
    }

    @Override
    public Power power() {
        return power;
    }

    @Override
    public Activation activation() {
        return activation;
    }

    @Override
    public Antivirus antivirus() {
        return antivirus;
    }

    @Override
    public Disks disks() {
        return disks;
    }

    @Override
    public Signatures signatures() {
        return signatures;
    }

    @Override
    public ProgramRuns programRuns() {
        return programRuns;
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public void renameComputer(String name) {
        boolean taken = Kernel32.SetComputerNameExW(PHYSICAL_DNS_HOSTNAME, Wide.of(name)) != 0;
        Refusal.check(Tried.renameComputer(name), taken ? 0 : Refusal.lastCode());
    }

    @Override
    public ScheduledTasks scheduledTasks() {
        return scheduledTasks;
    }

    @Override
    public Sealing sealing() {
        return sealing;
    }

    @Override
    public Turns turns() {
        return turns;
    }

    @Override
    public void setTimeZone(TimeZone zone) {
        LiveTimeZone.set(zone, registry);
    }

    @Override
    public void setWinHttpProxy(WinHttpProxy proxy) {
        DefaultProxy.set(proxy);
    }

    @Override
    public void announce(Announcement announcement) {
        Broadcast.send(announcement);
    }

    @Override
    public void open(WindowsPage page) {
        int code =
                new ShellExecution("open", page.target(), page.arguments(), "", 0).run(opened -> 0, refused -> refused);
        Refusal.check(Tried.openPage(page.target()), code);
    }
}
