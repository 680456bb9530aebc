package org.mingzhang.extract.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.mingzhang.extract.ocr.PictureTables;

/** The pictures of a Word package, looked at once each. Confined to one thread and one file. */
final class WordPictures {
  /** Most pictures of a document that are looked at. */
  private static final int MOST = 80;

  /** Most bytes of one. */
  private static final int LARGEST = 20 << 20;

  private final PackagePart main;
  private final Map<String, Boolean> tables = new HashMap<>();

  WordPictures(PackagePart main) {
    this.main = main;
  }

  /** Whether the picture that a relationship leads to is that of a table. */
  boolean isTable(String relationship) {
    Boolean known = tables.get(relationship);
    if (known == null) {
      known = tables.size() < MOST && look(relationship);
      tables.put(relationship, known);
    }
    return known;
  }

  private boolean look(String id) {
    PackageRelationship relationship = main.getRelationship(id);
    if (relationship == null || relationship.getTargetMode() != TargetMode.INTERNAL) {
      return false;
    }
    try (InputStream bytes = main.getRelatedPart(relationship).getInputStream()) {
      byte[] picture = bytes.readNBytes(LARGEST + 1);
      return picture.length <= LARGEST && PictureTables.holdsTable(picture);
    } catch (IOException | InvalidFormatException | OpenXML4JRuntimeException e) {
      return false; // A document is read without a picture that is broken.
    }
  }
}
