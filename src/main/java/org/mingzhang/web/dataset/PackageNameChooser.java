package org.mingzhang.web.dataset;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses the names of packages, each of which is also the name of a folder. */
final class PackageNameChooser {
  private static final int HASH_STEP = 8;

  private final Set<String> takenNames = new HashSet<>();

  /**
   * Chooses a name that was not chosen before, {@code CODE-YEAR}. A hash of the region's path
   * replaces the code if the region has none, or if the name is taken; it has eight digits, and
   * more if that name is taken as well. {@code none} stands for a missing region, {@code undated}
   * for a missing year.
   *
   * @param region path of the region; empty if it is missing
   * @param code six-digit code of the region, or null
   * @param year fiscal year, or null
   */
  String choose(List<String> region, @Nullable String code, @Nullable Integer year) {
    String ending = year == null ? "-undated" : "-" + year;
    String place = region.isEmpty() ? "none" : code;
    if (place != null && takenNames.add(place + ending)) {
      return place + ending;
    }
    String hash = hashOf(region);
    for (int length = HASH_STEP; length <= hash.length(); length += HASH_STEP) {
      String name = "x" + hash.substring(0, length) + ending;
      if (takenNames.add(name)) {
        return name;
      }
    }
    throw new IllegalStateException("a region and year were given twice: " + region + ending);
  }

  private static String hashOf(List<String> region) {
    byte[] path = String.join("/", region).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(path).toString().replace("-", "");
  }
}
