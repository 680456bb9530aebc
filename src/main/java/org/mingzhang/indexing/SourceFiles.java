package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files to be read under given paths, in a stable order. A folder that was named may itself be
 * a symbolic link; below it none is followed, neither to a file nor to a folder, since whoever may
 * write into a folder would otherwise publish any file that this program can read.
 */
public final class SourceFiles {
  /** What stands beside disclosures and is not one. */
  private static final Set<String> BESIDE =
      Set.of("yaml", "yml", "ds_store", "tmp", "part", "crdownload");

  private SourceFiles() {}

  /**
   * What lies below some paths.
   *
   * @param files regular files, each once
   * @param passedOver what was not looked at, in the order met
   */
  public record Listing(List<Path> files, List<PassedOver> passedOver) {
    /** Copies the lists. */
    public Listing {
      files = List.copyOf(files);
      passedOver = List.copyOf(passedOver);
    }
  }

  /**
   * A path that was not looked at.
   *
   * @param path the path
   * @param fault whether it should have been: a folder that cannot be opened, not a symbolic link
   * @param message why, one line
   */
  public record PassedOver(Path path, boolean fault, String message) {}

  /**
   * Lists regular files below the paths, without what was passed over.
   *
   * @throws NoSuchFileException if a path does not exist; the message names it
   */
  public static List<Path> list(List<Path> paths) throws IOException {
    return look(paths).files();
  }

  /**
   * Lists regular files below the paths. Hidden files and folders, sidecars and half-made downloads
   * are left out; symbolic links and folders that cannot be opened are passed over.
   *
   * @throws NoSuchFileException if a path does not exist; the message names it
   */
  public static Listing look(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    List<PassedOver> passedOver = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString(), null, "no such file or folder");
      }
      Walk walk = new Walk(path.toAbsolutePath().normalize(), passedOver);
      walk.found().forEach(files::add);
    }
    return new Listing(files.stream().distinct().toList(), passedOver.stream().distinct().toList());
  }

  /** A walk below one path. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<PassedOver> passedOver;
    private final List<Path> found = new ArrayList<>();

    Walk(Path root, List<PassedOver> passedOver) {
      this.root = root;
      this.passedOver = passedOver;
    }

    Stream<Path> found() throws IOException {
      if (Files.isSymbolicLink(root) && Files.isDirectory(root)) {
        Path target = root.toRealPath();
        Walk below = new Walk(target, passedOver);
        return below.found().map(file -> root.resolve(target.relativize(file))).sorted();
      }
      Files.walkFileTree(root, this);
      return found.stream().sorted();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(root) || !hidden(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean wanted = file.equals(root) || wanted(file);
      if (wanted && attributes.isRegularFile()) {
        found.add(file);
      } else if (wanted && attributes.isSymbolicLink()) {
        passedOver.add(new PassedOver(file, false, "a symbolic link, which is not followed"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException fault) {
      return failed(path, fault);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
      return fault == null ? FileVisitResult.CONTINUE : failed(folder, fault);
    }

    private FileVisitResult failed(Path path, IOException fault) {
      if (!(fault instanceof NoSuchFileException)) {
        String why = fault.getClass().getSimpleName().replaceAll("Exception$", "");
        passedOver.add(new PassedOver(path, true, "cannot be opened: " + why));
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean hidden(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.startsWith("~$");
  }

  private static boolean wanted(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !hidden(file) && !BESIDE.contains(ending);
  }
}
