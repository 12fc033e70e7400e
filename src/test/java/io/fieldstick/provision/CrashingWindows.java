package io.fieldstick.provision;

import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Associations;
import io.fieldstick.windows.AuditChoice;
import io.fieldstick.windows.Components;
import io.fieldstick.windows.Domain;
import io.fieldstick.windows.DomainAccount;
import io.fieldstick.windows.FileContent;
import io.fieldstick.windows.FileWrites;
import io.fieldstick.windows.Files;
import io.fieldstick.windows.Hives;
import io.fieldstick.windows.Internet;
import io.fieldstick.windows.LockoutPolicy;
import io.fieldstick.windows.Machine;
import io.fieldstick.windows.PasswordPolicy;
import io.fieldstick.windows.Power;
import io.fieldstick.windows.PowerSource;
import io.fieldstick.windows.PowerTimeout;
import io.fieldstick.windows.ProgramRuns;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Registry;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.ScheduledTasks;
import io.fieldstick.windows.Sealing;
import io.fieldstick.windows.Security;
import io.fieldstick.windows.Service;
import io.fieldstick.windows.Services;
import io.fieldstick.windows.Signatures;
import io.fieldstick.windows.TimeZone;
import io.fieldstick.windows.Turns;
import io.fieldstick.windows.Volumes;
import io.fieldstick.windows.WinHttpProxy;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/** Another Windows on which this process dies at the k-th write, just before or just after it. */
public final class CrashingWindows implements Windows {
    /** The death: no code of the program may catch it. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Windows real;
    private final boolean afterTheWrite;
    private final Runnable death;
    private int writesLeft;

    CrashingWindows(Windows real, int k, boolean afterTheWrite) {
        this(real, k, afterTheWrite, () -> {
            throw new Crash();
        });
    }

    /** {@code death} must not return: it ends the process or throws. */
    public CrashingWindows(Windows real, int k, boolean afterTheWrite, Runnable death) {
        this.real = real;
        this.writesLeft = k;
        this.afterTheWrite = afterTheWrite;
        this.death = death;
    }

    private void write(Runnable write) {
        boolean now = --writesLeft == 0;
        if (now && !afterTheWrite) {
            death.run();
        }
        write.run();
        if (now) {
            death.run();
        }
    }

    @Override
    public Registry registry() {
        return new Registry() {
            @Override
            public Reading<RegistryValue> value(RegistryKey key, String name) {
                return real.registry().value(key, name);
            }

            @Override
            public Reading<List<String>> valueNames(RegistryKey key) {
                return real.registry().valueNames(key);
            }

            @Override
            public Reading<List<String>> subkeys(RegistryKey key) {
                return real.registry().subkeys(key);
            }

            @Override
            public Reading<List<String>> users() {
                return real.registry().users();
            }

            @Override
            public void set(RegistryKey key, String name, RegistryValue value) {
                write(() -> real.registry().set(key, name, value));
            }

            @Override
            public void deleteValue(RegistryKey key, String name) {
                write(() -> real.registry().deleteValue(key, name));
            }

            @Override
            public void createKey(RegistryKey key) {
                write(() -> real.registry().createKey(key));
            }

            @Override
            public void deleteKey(RegistryKey key) {
                write(() -> real.registry().deleteKey(key));
            }
        };
    }

    @Override
    public Services services() {
        return new Services() {
            @Override
            public Reading<Service> service(String name) {
                return real.services().service(name);
            }

            @Override
            public void setStart(String name, Service.Start start) {
                write(() -> real.services().setStart(name, start));
            }

            @Override
            public void start(String name) {
                write(() -> real.services().start(name));
            }

            @Override
            public void stop(String name) {
                write(() -> real.services().stop(name));
            }
        };
    }

    @Override
    public Components components() {
        return real.components();
    }

    @Override
    public Sealing sealing() {
        return real.sealing();
    }

    @Override
    public FileWrites fileWrites() {
        return new FileWrites() {
            @Override
            public void write(String path, FileContent content) {
                CrashingWindows.this.write(() -> real.fileWrites().write(path, content));
            }

            @Override
            public void copy(String source, String path) {
                CrashingWindows.this.write(() -> real.fileWrites().copy(source, path));
            }

            @Override
            public List<String> extract(String cabinet, String folder) {
                List<String> names = new ArrayList<>();
                CrashingWindows.this.write(() -> names.addAll(real.fileWrites().extract(cabinet, folder)));
                return names;
            }

            @Override
            public void delete(String path) {
                CrashingWindows.this.write(() -> real.fileWrites().delete(path));
            }

            @Override
            public void makeFolder(String path) {
                if (real.files().entry(path).isAbsent()) {
                    CrashingWindows.this.write(() -> real.fileWrites().makeFolder(path));
                }
            }

            @Override
            public void deleteFolder(String path) {
                CrashingWindows.this.write(() -> real.fileWrites().deleteFolder(path));
            }
        };
    }

    @Override
    public Hives hives() {
        return new Hives() {
            @Override
            public void load(String name, String file) {
                write(() -> real.hives().load(name, file));
            }

            @Override
            public void unload(String name) {
                write(() -> real.hives().unload(name));
            }
        };
    }

    @Override
    public Associations associations() {
        return real.associations();
    }

    @Override
    public Security security() {
        return new Security() {
            @Override
            public Reading<PasswordPolicy> passwords() {
                return real.security().passwords();
            }

            @Override
            public Reading<LockoutPolicy> lockout() {
                return real.security().lockout();
            }

            @Override
            public Reading<AuditChoice> audit(String subcategory) {
                return real.security().audit(subcategory);
            }

            @Override
            public Reading<SortedSet<String>> holders(String right) {
                return real.security().holders(right);
            }

            @Override
            public void setPasswords(PasswordPolicy policy) {
                write(() -> real.security().setPasswords(policy));
            }

            @Override
            public void setLockout(LockoutPolicy policy) {
                write(() -> real.security().setLockout(policy));
            }

            @Override
            public void setAudit(String subcategory, AuditChoice choice) {
                write(() -> real.security().setAudit(subcategory, choice));
            }

            @Override
            public void grant(String right, String sid) {
                write(() -> real.security().grant(right, sid));
            }

            @Override
            public void revoke(String right, String sid) {
                write(() -> real.security().revoke(right, sid));
            }
        };
    }

    @Override
    public Power power() {
        return new Power() {
            @Override
            public Reading<List<String>> plans() {
                return real.power().plans();
            }

            @Override
            public Reading<String> activePlan() {
                return real.power().activePlan();
            }

            @Override
            public Reading<Integer> seconds(String plan, PowerTimeout timeout, PowerSource source) {
                return real.power().seconds(plan, timeout, source);
            }

            @Override
            public void activate(String plan) {
                write(() -> real.power().activate(plan));
            }

            @Override
            public void setSeconds(String plan, PowerTimeout timeout, PowerSource source, int seconds) {
                write(() -> real.power().setSeconds(plan, timeout, source, seconds));
            }
        };
    }

    @Override
    public void setTimeZone(TimeZone zone) {
        write(() -> real.setTimeZone(zone));
    }

    @Override
    public void renameComputer(String name) {
        write(() -> real.renameComputer(name));
    }

    @Override
    public Domain domain() {
        Domain domain = real.domain();
        return new Domain() {
            @Override
            public Optional<String> account() {
                return domain.account();
            }

            @Override
            public void use(DomainAccount account) {
                domain.use(account);
            }

            @Override
            public void rename(String name) {
                write(() -> domain.rename(name));
            }
        };
    }

    @Override
    public ProgramRuns programRuns() {
        ProgramRuns runs = real.programRuns();
        return new ProgramRuns() {
            @Override
            public OptionalInt run(Start start, BooleanSupplier enough) {
                OptionalInt[] exit = new OptionalInt[1];
                write(() -> exit[0] = runs.run(start, enough));
                return exit[0];
            }

            @Override
            public SafeFolder safeFolder() {
                return runs.safeFolder();
            }

            @Override
            public void deleteSafeFolder(String path) {
                write(() -> runs.deleteSafeFolder(path));
            }

            @Override
            public void keepLogsIn(String folder) {
                runs.keepLogsIn(folder);
            }

            @Override
            public Optional<String> log(String name) {
                return runs.log(name);
            }

            @Override
            public void pause(Duration time) {
                runs.pause(time);
            }

            @Override
            public String systemFolder() {
                return runs.systemFolder();
            }
        };
    }

    @Override
    public Signatures signatures() {
        return real.signatures();
    }

    @Override
    public ScheduledTasks scheduledTasks() {
        ScheduledTasks tasks = real.scheduledTasks();
        return new ScheduledTasks() {
            @Override
            public Reading<String> definition(String name) {
                return tasks.definition(name);
            }

            @Override
            public void create(String name, String xml) {
                write(() -> tasks.create(name, xml));
            }

            @Override
            public void delete(String name) {
                write(() -> tasks.delete(name));
            }
        };
    }

    @Override
    public Turns turns() {
        return real.turns();
    }

    @Override
    public void setWinHttpProxy(WinHttpProxy proxy) {
        write(() -> real.setWinHttpProxy(proxy));
    }

    @Override
    public void announce(Announcement announcement) {
        real.announce(announcement);
    }

    @Override
    public void open(WindowsPage page) {
        real.open(page);
    }

    @Override
    public Files files() {
        return real.files();
    }

    @Override
    public Volumes volumes() {
        return real.volumes();
    }

    @Override
    public Machine machine() {
        return real.machine();
    }

    @Override
    public Internet internet() {
        return real.internet();
    }
}
