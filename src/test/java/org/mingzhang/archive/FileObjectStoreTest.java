package org.mingzhang.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FileObjectStoreTest extends ObjectStoreContract {
  @Override
  ArchiveFolder place(Path archive) {
    return new ArchiveFolder(archive);
  }

  @Override
  void damage(ArchiveFolder at, String name) throws IOException {
    Files.writeString(at.objects().localFile(name), "anders");
  }
}
