package org.mingzhang.extract.word;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ocr.InlineTableRecognizer;

/** The pictures of a Word package. Confined to one thread and one file. */
final class DocxPictures {
  private final PackagePart main;
  private final InlineTableRecognizer pictures;

  DocxPictures(PackagePart main, InlineTableRecognizer pictures) {
    this.main = main;
    this.pictures = pictures;
  }

  /** Whether the picture of a relationship shows a table. */
  boolean queueIfTable(String relationship) {
    return pictures.queueIfTable(relationship, () -> bytes(relationship));
  }

  private byte @Nullable [] bytes(String id) throws IOException {
    PackageRelationship relationship = main.getRelationship(id);
    if (relationship == null || relationship.getTargetMode() != TargetMode.INTERNAL) {
      return null;
    }
    try (InputStream bytes = main.getRelatedPart(relationship).getInputStream()) {
      return bytes.readNBytes(InlineTableRecognizer.maxBytes());
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
