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
 * Lists the files to be read under given paths, in a stable order. A given path may be a symbolic
 * link to a directory; links to files and links below it are not followed, because anyone who can
 * write to a directory could otherwise publish any file that this program can read.
 */
public final class SourceFileLister {
  /** Extensions of files that are not disclosures. */
  private static final Set<String> IGNORED_EXTENSIONS =
      Set.of("yaml", "yml", "ds_store", "tmp", "part", "crdownload");

  private SourceFileLister() {}

  /**
   * The files under some paths.
   *
   * @param files regular files without duplicates
   * @param skippedPaths skipped paths in the order encountered
   */
  public record Listing(List<Path> files, List<SkippedPath> skippedPaths) {
    /** Makes an immutable copy of the lists. */
    public Listing {
      files = List.copyOf(files);
      skippedPaths = List.copyOf(skippedPaths);
    }
  }

  /**
   * A skipped path.
   *
   * @param path the path
   * @param isFault true for a path that cannot be opened or is no file, false for a symbolic link
   * @param message the reason, one line
   */
  public record SkippedPath(Path path, boolean isFault, String message) {}

  /**
   * Lists regular files under the paths, ignoring skipped ones.
   *
   * @throws NoSuchFileException if a path does not exist; the message names it
   */
  public static List<Path> list(List<Path> paths) throws IOException {
    return scan(paths).files();
  }

  /**
   * Lists regular files under the paths. Hidden files, sidecars and incomplete downloads are
   * ignored, unless given themselves; symbolic links and paths that cannot be opened are reported
   * as skipped.
   *
   * @throws NoSuchFileException if a path does not exist; the message names it
   */
  public static Listing scan(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    List<SkippedPath> passedOver = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString(), null, "no such file or folder");
      }
      PathVisitor walk = new PathVisitor(path.toAbsolutePath().normalize(), passedOver);
      walk.listFiles().forEach(files::add);
    }
    return new Listing(files.stream().distinct().toList(), passedOver.stream().distinct().toList());
  }

  /** Collects the files under one path. */
  private static final class PathVisitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<SkippedPath> skippedPaths;
    private final List<Path> files = new ArrayList<>();

    PathVisitor(Path root, List<SkippedPath> skippedPaths) {
      this.root = root;
      this.skippedPaths = skippedPaths;
    }

    Stream<Path> listFiles() throws IOException {
      if (Files.isSymbolicLink(root) && Files.isDirectory(root)) {
        Path target = root.toRealPath();
        PathVisitor below = new PathVisitor(target, skippedPaths);
        return below.listFiles().map(file -> root.resolve(target.relativize(file))).sorted();
      }
      Files.walkFileTree(root, this);
      return files.stream().sorted();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(root) || !isHidden(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean wanted = file.equals(root) || isSourceFile(file);
      if (wanted && attributes.isRegularFile()) {
        files.add(file);
      } else if (wanted && attributes.isSymbolicLink()) {
        skippedPaths.add(
            new SkippedPath(
                file,
                false,
                "a symbolic link to a file, which is not followed; name the file itself"));
      } else if (wanted) {
        skippedPaths.add(new SkippedPath(file, true, "not a regular file"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException fault) {
      return recordFailure(path, fault);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
      return fault == null ? FileVisitResult.CONTINUE : recordFailure(folder, fault);
    }

    private FileVisitResult recordFailure(Path path, IOException fault) {
      if (!(fault instanceof NoSuchFileException)) {
        String reason = fault.getClass().getSimpleName().replaceAll("Exception$", "");
        skippedPaths.add(new SkippedPath(path, true, "cannot be opened: " + reason));
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isHidden(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.startsWith("~$");
  }

  private static boolean isSourceFile(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !isHidden(file) && !IGNORED_EXTENSIONS.contains(ending);
  }
}
