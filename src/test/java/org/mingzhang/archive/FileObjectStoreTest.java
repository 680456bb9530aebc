package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FileObjectStoreTest extends ObjectStoreContract {
  @Override
  ArchiveLocation place(Path archive) {
    return new ArchiveLocation(archive);
  }

  @Override
  void damage(ArchiveLocation at, String name) throws IOException {
    Files.writeString(at.createObjectStore().localFile(name), "anders");
  }
}
