package io.fieldstick.windows;

import java.util.Optional;

/** A Windows to look at: running, or on a disk that is not. Nothing reachable from here can change it. */
public interface WindowsView {
    RegistryView registry();

    Files files();

    Volumes volumes();

    Machine machine();

    Internet internet();

    /** The devices in the computer; a Windows that is not running has none. */
    default Devices devices() {
        return Reading::absent;
    }

    /** The processes that are running; a Windows that is not running has none. */
    default Processes processes() {
        return Reading::absent;
    }

    /** The services; a Windows that is not running has none. */
    default ServicesView services() {
        return name -> Reading.absent();
    }

    /** The power plans; a Windows that is not running has none in force. */
    default PowerView power() {
        return PowerView.NONE;
    }

    /** The programs that Windows starts by itself; one that is not running cannot be asked. */
    default ScheduledTasksView scheduledTasks() {
        return name -> Reading.absent();
    }

    /** Which program opens which files; a Windows that is not running cannot be asked. */
    default Associations associations() {
        return extension -> Reading.absent();
    }

    /** The local security policy; a Windows that is not running has none in force. */
    default SecurityView security() {
        return SecurityView.NONE;
    }

    /** What Windows says of its own licence; one that is not running cannot be asked. */
    default Activation activation() {
        return Reading::absent;
    }

    /** The registered virus scanners; a Windows that is not running cannot be asked. */
    default Antivirus antivirus() {
        return Reading::absent;
    }

    /** The COM components; a Windows that is not running makes no objects. */
    default Components components() {
        return (clsid, view) -> Reading.absent();
    }

    /** What keeps secrets in the journal; a Windows that is not running does not. */
    default Sealing sealing() {
        return Sealing.NONE;
    }

    /** The signatures of files; a Windows that is not running cannot judge them. */
    default Signatures signatures() {
        return path -> Reading.absent();
    }

    /** The account by which the domain can be changed, once a person gave one. */
    default Optional<String> domainAccount() {
        return Optional.empty();
    }

    /** Who answers to host names; a Windows that is not running is in no network. */
    default NameLookup nameLookup() {
        return hostName -> Reading.absent();
    }

    /** What Windows knows of disks and volumes beyond their sectors; one that is not running knows nothing. */
    default Disks disks() {
        return Disks.UNKNOWN;
    }
}
