package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.mingzhang.web.admin.TokenHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Enables and disables administration over HTTP. */
@Command(
    name = "token",
    description =
        "Create a token for administration over HTTP (/admin) and print it. Only its hash is"
            + " stored. A running portal that was started with a token uses the new one at once;"
            + " otherwise the portal reads it when it starts.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:the data folder cannot be written"})
final class TokenCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Option(
      names = "--clear",
      description = "Delete the token, which disables administration over HTTP.")
  private boolean removesToken;

  TokenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path file = data.adminToken();
    if (removesToken) {
      terminal.out().println(Files.deleteIfExists(file) ? "Closed." : "It was closed already.");
      return 0;
    }
    String token = TokenHash.generateToken();
    Files.createDirectories(data.path());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(fresh, TokenHash.hash(token).encode() + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    terminal.out().println(token);
    return 0;
  }
}
