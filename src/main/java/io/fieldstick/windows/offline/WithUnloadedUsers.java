package io.fieldstick.windows.offline;

import io.fieldstick.windows.Activation;
import io.fieldstick.windows.Antivirus;
import io.fieldstick.windows.Associations;
import io.fieldstick.windows.Components;
import io.fieldstick.windows.Devices;
import io.fieldstick.windows.Disks;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Internet;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.NameLookup;
import io.fieldstick.windows.PowerView;
import io.fieldstick.windows.Processes;
import io.fieldstick.windows.RegistryView;
import io.fieldstick.windows.ScheduledTasksView;
import io.fieldstick.windows.Sealing;
import io.fieldstick.windows.SecurityView;
import io.fieldstick.windows.ServicesView;
import io.fieldstick.windows.Signatures;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Optional;

/**
 * A running Windows in whose registry the users that are not signed in are found too, read from their files, and the
 * template of new ones.
 *
 * <p>Windows is not made to load anything: {@code HKU\<sid>} is read from the profile's {@code NTUSER.DAT} where it is not
 * loaded. Every other part of the Windows is passed on as it is.
 */
public sealed class WithUnloadedUsers implements WindowsView permits WithAllUsers {
    private final WindowsView windows;
    private final UnloadedUsersRegistry registry;

    public WithUnloadedUsers(WindowsView windows) {
        this.windows = windows;
        this.registry = new UnloadedUsersRegistry(windows.registry(), windows.files());
    }

    @Override
    public RegistryView registry() {
        return registry;
    }

    UnloadedUsersRegistry unloadedUsers() {
        return registry;
    }

    /** What is to be said of each users' registry file that was read up to now. */
    public List<HiveReport> reports() {
        return registry.reports();
    }

    @Override
    public Files files() {
        return windows.files();
    }

    @Override
    public Volumes volumes() {
        return windows.volumes();
    }

    @Override
    public Machine machine() {
        return windows.machine();
    }

    @Override
    public Internet internet() {
        return windows.internet();
    }

    @Override
    public Optional<String> domainAccount() {
        return windows.domainAccount();
    }

    @Override
    public NameLookup nameLookup() {
        return windows.nameLookup();
    }

    @Override
    public Devices devices() {
        return windows.devices();
    }

    @Override
    public Processes processes() {
        return windows.processes();
    }

    @Override
    public Activation activation() {
        return windows.activation();
    }

    @Override
    public Antivirus antivirus() {
        return windows.antivirus();
    }

    @Override
    public ServicesView services() {
        return windows.services();
    }

    @Override
    public Components components() {
        return windows.components();
    }

    @Override
    public Sealing sealing() {
        return windows.sealing();
    }

    @Override
    public Signatures signatures() {
        return windows.signatures();
    }

    @Override
    public ScheduledTasksView scheduledTasks() {
        return windows.scheduledTasks();
    }

    @Override
    public Associations associations() {
        return windows.associations();
    }

    @Override
    public SecurityView security() {
        return windows.security();
    }

    @Override
    public PowerView power() {
        return windows.power();
    }

    @Override
    public Disks disks() {
        return windows.disks();
    }
}
