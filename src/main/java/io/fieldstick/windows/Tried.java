package io.fieldstick.windows;

import io.fieldstick.message.Message;

/** The words for what was asked of Windows, the same from every adapter of the port. */
public final class Tried {
    private Tried() {}

    public static Message readKey(RegistryKey key) {
        return Message.of("windows.tried.read-key", key.toString());
    }

    public static Message readValue(RegistryKey key, String name) {
        return Message.of("windows.tried.read-value", key.toString(), name);
    }

    public static Message setValue(RegistryKey key, String name) {
        return Message.of("windows.tried.set-value", key.toString(), name);
    }

    public static Message deleteValue(RegistryKey key, String name) {
        return Message.of("windows.tried.delete-value", key.toString(), name);
    }

    public static Message createKey(RegistryKey key) {
        return Message.of("windows.tried.create-key", key.toString());
    }

    public static Message deleteKey(RegistryKey key) {
        return Message.of("windows.tried.delete-key", key.toString());
    }

    public static Message loadHive(String file) {
        return Message.of("windows.tried.load-hive", file);
    }

    public static Message unloadHive(String name) {
        return Message.of("windows.tried.unload-hive", "HKU\\" + name);
    }

    public static Message listUsers() {
        return Message.of("windows.tried.list-users");
    }

    public static Message listWindows() {
        return Message.of("windows.tried.list-windows");
    }

    public static Message askHolders(String file) {
        return Message.of("windows.tried.ask-holders", file);
    }

    public static Message listFolder(String path) {
        return Message.of("windows.tried.list-folder", path);
    }

    public static Message readFile(String path) {
        return Message.of("windows.tried.read-file", path);
    }

    public static Message lookAt(String path) {
        return Message.of("windows.tried.look-at", path);
    }

    public static Message askRights(String path) {
        return Message.of("windows.tried.ask-rights", path);
    }

    public static Message askLink(String path) {
        return Message.of("windows.tried.ask-link", path);
    }

    public static Message listVolumes() {
        return Message.of("windows.tried.list-volumes");
    }

    public static Message askFileSystem(String root) {
        return Message.of("windows.tried.ask-file-system", root);
    }

    public static Message askSpace(String root) {
        return Message.of("windows.tried.ask-space", root);
    }

    public static Message openDevice(String device) {
        return Message.of("windows.tried.open-device", device);
    }

    public static Message readSectors(String device, long offset, int length) {
        return Message.of("windows.tried.read-sectors", device, length, offset);
    }

    public static Message listDevices() {
        return Message.of("windows.tried.list-devices");
    }

    public static Message askDevice(String device) {
        return Message.of("windows.tried.ask-device", device);
    }

    public static Message askHealth(String device) {
        return Message.of("windows.tried.ask-health", device);
    }

    public static Message askIdentity(String device) {
        return Message.of("windows.tried.ask-identity", device);
    }

    public static Message askExtents(String volume) {
        return Message.of("windows.tried.ask-extents", volume);
    }

    public static Message askDirty(String volume) {
        return Message.of("windows.tried.ask-dirty", volume);
    }

    public static Message askBitLocker(String volume) {
        return Message.of("windows.tried.ask-bitlocker", volume);
    }

    public static Message askVersion() {
        return Message.of("windows.tried.ask-version");
    }

    public static Message askMembership() {
        return Message.of("windows.tried.ask-membership");
    }

    public static Message askMemory() {
        return Message.of("windows.tried.ask-memory");
    }

    public static Message askProcessUser() {
        return Message.of("windows.tried.ask-process-user");
    }

    /** What is not tried, for it would fetch the file. */
    public static Message readFromCloud(String path) {
        return Message.of("windows.tried.read-from-cloud", path);
    }

    public static Message askZone(String url) {
        return Message.of("windows.tried.ask-zone", url);
    }

    public static Message askAction(String url, int action) {
        return Message.of("windows.tried.ask-action", String.format("%04X", action), url);
    }

    public static Message askProxy() {
        return Message.of("windows.tried.ask-proxy");
    }

    public static Message askWinHttpProxy() {
        return Message.of("windows.tried.ask-win-http-proxy");
    }

    public static Message setWinHttpProxy() {
        return Message.of("windows.tried.set-win-http-proxy");
    }

    public static Message seal() {
        return Message.of("windows.tried.seal");
    }

    public static Message openSealed() {
        return Message.of("windows.tried.open-sealed");
    }

    public static Message createObject(String clsid) {
        return Message.of("windows.tried.create-object", clsid);
    }

    public static Message listProcesses() {
        return Message.of("windows.tried.list-processes");
    }

    public static Message askActivation() {
        return Message.of("windows.tried.ask-activation");
    }

    public static Message askAntivirus() {
        return Message.of("windows.tried.ask-antivirus");
    }

    public static Message askService(String name) {
        return Message.of("windows.tried.ask-service", name);
    }

    public static Message setServiceStart(String name) {
        return Message.of("windows.tried.set-service-start", name);
    }

    public static Message startService(String name) {
        return Message.of("windows.tried.start-service", name);
    }

    public static Message stopService(String name) {
        return Message.of("windows.tried.stop-service", name);
    }

    public static Message askPasswordPolicy() {
        return Message.of("windows.tried.ask-password-policy");
    }

    public static Message setPasswordPolicy() {
        return Message.of("windows.tried.set-password-policy");
    }

    public static Message askLockoutPolicy() {
        return Message.of("windows.tried.ask-lockout-policy");
    }

    public static Message setLockoutPolicy() {
        return Message.of("windows.tried.set-lockout-policy");
    }

    public static Message askAudit(String subcategory) {
        return Message.of("windows.tried.ask-audit", subcategory);
    }

    public static Message setAudit(String subcategory) {
        return Message.of("windows.tried.set-audit", subcategory);
    }

    public static Message askRight(String right) {
        return Message.of("windows.tried.ask-right", right);
    }

    public static Message grantRight(String right, String sid) {
        return Message.of("windows.tried.grant-right", right, sid);
    }

    public static Message revokeRight(String right, String sid) {
        return Message.of("windows.tried.revoke-right", right, sid);
    }

    public static Message askAssociation(String extension) {
        return Message.of("windows.tried.ask-association", extension);
    }

    public static Message askTimeZone() {
        return Message.of("windows.tried.ask-time-zone");
    }

    public static Message setTimeZone(String key) {
        return Message.of("windows.tried.set-time-zone", key);
    }

    public static Message listPowerPlans() {
        return Message.of("windows.tried.list-power-plans");
    }

    public static Message askPowerPlan() {
        return Message.of("windows.tried.ask-power-plan");
    }

    public static Message activatePowerPlan(String plan) {
        return Message.of("windows.tried.activate-power-plan", plan);
    }

    public static Message askPowerTimeout(String plan, PowerTimeout timeout) {
        return Message.of("windows.tried.ask-power-timeout", timeout.setting(), plan);
    }

    public static Message setPowerTimeout(String plan, PowerTimeout timeout) {
        return Message.of("windows.tried.set-power-timeout", timeout.setting(), plan);
    }

    public static Message askSerialNumber() {
        return Message.of("windows.tried.ask-serial-number");
    }

    public static Message listAdapters() {
        return Message.of("windows.tried.list-adapters");
    }

    public static Message lookUpName(String hostName) {
        return Message.of("windows.tried.look-up-name", hostName);
    }

    public static Message renameInDomain(String name) {
        return Message.of("windows.tried.rename-in-domain", name);
    }

    public static Message renameComputer(String name) {
        return Message.of("windows.tried.rename-computer", name);
    }

    public static Message startProgram(String program) {
        return Message.of("windows.tried.start-program", program);
    }

    public static Message makeSafeFolder(String path) {
        return Message.of("windows.tried.make-safe-folder", path);
    }

    public static Message writeFile(String path) {
        return Message.of("windows.tried.write-file", path);
    }

    public static Message deleteFile(String path) {
        return Message.of("windows.tried.delete-file", path);
    }

    public static Message makeFolder(String path) {
        return Message.of("windows.tried.make-folder", path);
    }

    public static Message copyFile(String source, String target) {
        return Message.of("windows.tried.copy-file", source, target);
    }

    public static Message checkSignature(String path) {
        return Message.of("windows.tried.check-signature", path);
    }

    /** {@code name} is the turn's name among the objects of Windows. */
    public static Message takeTurn(String name) {
        return Message.of("windows.tried.take-turn", name);
    }

    public static Message readTask(String name) {
        return Message.of("windows.tried.read-task", name);
    }

    public static Message createTask(String name) {
        return Message.of("windows.tried.create-task", name);
    }

    public static Message deleteTask(String name) {
        return Message.of("windows.tried.delete-task", name);
    }

    public static Message deleteFolder(String path) {
        return Message.of("windows.tried.delete-folder", path);
    }

    public static Message startElevated() {
        return Message.of("windows.tried.start-elevated");
    }

    public static Message extract(String cabinet) {
        return Message.of("windows.tried.extract", cabinet);
    }

    public static Message openPage(String target) {
        return Message.of("windows.tried.open-page", target);
    }
}
