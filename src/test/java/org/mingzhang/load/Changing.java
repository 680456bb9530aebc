package org.mingzhang.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;

/**
 * A folder that never rests: every second a file is written, replaced, renamed or removed. Its
 * files are made of one text in which {@code 西岭县} stands for a number. Arguments: folder, text,
 * seconds.
 */
public final class Changing {
  private static final int FILES = 30;

  private Changing() {}

  /** Changes. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String text = Files.readString(Path.of(arguments[1]));
    Random random = new Random(1);
    long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L;
    for (long revision = 0; System.nanoTime() < end; revision++) {
      int number = random.nextInt(FILES);
      Path file = folder.resolve("样本" + number + ".txt");
      Path other = folder.resolve("样本" + number + "更名.txt");
      switch (random.nextInt(8)) {
        case 0 -> Files.deleteIfExists(file);
        case 1 -> {
          if (Files.exists(file)) {
            Files.move(file, other, StandardCopyOption.REPLACE_EXISTING);
          }
        }
        default -> {
          Path beside = folder.resolve(".writing");
          Files.writeString(
              beside, text.replace("西岭县", "西岭" + number + "县") + "\n第 " + revision + " 稿。\n");
          Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Thread.sleep(1000);
    }
  }
}
