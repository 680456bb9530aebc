package org.mingzhang.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.indexing.MemberSpool;

/**
 * Temporary folder of a process that reads files, named by machine and process id. Closing deletes
 * it; folders that killed processes of this machine have left are deleted when another is created.
 *
 * @param path the folder
 */
record ProcessTempFolder(Path path) implements AutoCloseable {
  /**
   * Creates the folder of this process and deletes the folders of ended processes of this machine.
   */
  static ProcessTempFolder create(Path parentFolder) throws IOException {
    Files.createDirectories(parentFolder);
    String machine = machineName() + "-";
    for (Path left : listFolders(parentFolder)) {
      String name = left.getFileName().toString();
      if (name.startsWith(machine) && !isRunning(name.substring(machine.length()))) {
        new MemberSpool(left).clear();
        Files.deleteIfExists(left);
      }
    }
    Path own = parentFolder.resolve(machine + ProcessHandle.current().pid());
    return new ProcessTempFolder(Files.createDirectories(own));
  }

  private static List<Path> listFolders(Path parentFolder) throws IOException {
    try (Stream<Path> folders = Files.list(parentFolder)) {
      return folders.toList();
    }
  }

  private static String machineName() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.]", "");
    } catch (UnknownHostException e) {
      return "machine";
    }
  }

  private static boolean isRunning(String pid) {
    return !pid.matches("\\d{1,15}") || ProcessHandle.of(Long.parseLong(pid)).isPresent();
  }

  @Override
  public void close() throws IOException {
    new MemberSpool(path).clear();
    Files.deleteIfExists(path);
  }
}
