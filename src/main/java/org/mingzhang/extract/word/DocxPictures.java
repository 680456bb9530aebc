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
  private final InlineTableRecognizer tableRecognizer;

  DocxPictures(PackagePart main, InlineTableRecognizer tableRecognizer) {
    this.main = main;
    this.tableRecognizer = tableRecognizer;
  }

  /**
   * Whether the picture of a relationship shows a table; if so, it is queued, see {@link
   * InlineTableRecognizer#queueIfTable}. False for a picture outside the package.
   */
  boolean queueIfTable(String relationshipId) {
    return tableRecognizer.queueIfTable(relationshipId, () -> bytes(relationshipId));
  }

  private byte @Nullable [] bytes(String relationshipId) throws IOException {
    PackageRelationship relationship = main.getRelationship(relationshipId);
    if (relationship == null || relationship.getTargetMode() != TargetMode.INTERNAL) {
      return null;
    }
    try (InputStream bytes = main.getRelatedPart(relationship).getInputStream()) {
      return bytes.readNBytes(InlineTableRecognizer.maxSourceBytes());
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
