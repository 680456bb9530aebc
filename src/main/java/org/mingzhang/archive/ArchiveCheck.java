package org.mingzhang.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Compares what an archive holds with what its ledger says. */
final class ArchiveCheck {
  private ArchiveCheck() {}

  /** One line for each original or record that is missing or not what it was. */
  static List<String> faults(ObjectStore objects, RecordStore records, VersionTable versions)
      throws IOException {
    List<String> faults = new ArrayList<>();
    for (String name : objects.names()) {
      if (!objects.intact(name)) {
        faults.add("original " + name + " does not have the content it is named by");
      }
    }
    for (Version version : versions.all()) {
      String named = version.documentId() + " version " + version.number() + " is missing";
      if (Original.of(version, objects, versions).isEmpty()) {
        faults.add("original of " + named);
      }
      if (!records.has(version)) {
        faults.add("record of " + named);
      }
    }
    return faults;
  }
}
