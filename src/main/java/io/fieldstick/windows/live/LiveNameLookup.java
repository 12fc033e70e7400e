package io.fieldstick.windows.live;

import io.fieldstick.windows.NameLookup;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsError;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Names as Windows resolves them for every program (getaddrinfo, which Java calls), waited for no longer than a while. */
final class LiveNameLookup implements NameLookup {
    /** NetBIOS asks the network three times, 750 ms apart (RFC 1002); a DNS server that is there answers sooner. */
    private static final int SECONDS = 4;

    /** ERROR_TIMEOUT of winerror.h. */
    private static final int TIMEOUT = 1460;

    @Override
    public Reading<List<String>> addressesOf(String hostName) {
        CompletableFuture<List<String>> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> answer.complete(foreign(hostName)), "name lookup");
        // Windows may go on asking for longer than anybody waits.
        asking.setDaemon(true);
        asking.start();
        try {
            List<String> addresses = answer.get(SECONDS, TimeUnit.SECONDS);
            return addresses.isEmpty() ? Reading.absent() : Reading.of(addresses);
        } catch (TimeoutException late) {
            return late(hostName);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return late(hostName);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reading<List<String>> late(String hostName) {
        return Reading.unreadable(new WindowsError(Tried.lookUpName(hostName), TIMEOUT, ""));
    }

    private static List<String> foreign(String hostName) {
        try {
            return Stream.of(InetAddress.getAllByName(hostName))
                    .filter(address -> !isOwn(address))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (UnknownHostException nobody) {
            return List.of();
        }
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
