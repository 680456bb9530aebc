package org.mingzhang.web.lookup;

import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.render.AmountFormat;

/**
 * Description of a document for pages; unknown values are null.
 *
 * @param id permalink id
 * @param title title as printed, or composed, or the file's name
 * @param titleComposed whether the title was composed because none is printed
 * @param agency publishing body
 * @param region region path joined with {@code ›}
 * @param year fiscal year
 * @param category label of the category
 * @param agencyType label of the kind of body
 * @param fileName name of the original
 * @param mediaType media type of the original
 * @param pages number of its pages
 * @param size its size with the unit, such as {@code 1.2 MB}
 * @param sha256 its fingerprint
 * @param downloadAddress address for downloading it, without language
 * @param isPdf whether it is a PDF file, which can be shown page by page
 * @param ocr OCR engine and mean confidence, or null if it was not read by OCR
 */
public record DocumentDescription(
    String id,
    String title,
    boolean titleComposed,
    @Nullable String agency,
    @Nullable String region,
    @Nullable Integer year,
    @Nullable String category,
    @Nullable String agencyType,
    String fileName,
    String mediaType,
    int pages,
    String size,
    String sha256,
    String downloadAddress,
    boolean isPdf,
    @Nullable String ocr) {

  /** Describes a disclosure of the archive. */
  public static DocumentDescription of(ArchivedDisclosure document) {
    DocumentMetadata metadata = document.disclosure().metadata();
    SourceDocument source = document.disclosure().source();
    Category category = metadata.category();
    AgencyType type = metadata.agencyType();
    SourceDocument.Ocr ocr = source.ocr();
    return new DocumentDescription(
        document.id(),
        title(document),
        metadata.titleComposed(),
        metadata.agency(),
        metadata.region() == null ? null : String.join(" › ", metadata.region().path()),
        metadata.year(),
        category == null ? null : category.label(),
        type == null ? null : type.label(),
        source.file(),
        source.mediaType(),
        source.pages(),
        AmountFormat.formatBytes(source.bytes()),
        source.sha256(),
        PortalLinks.permalink(document.id())
            + "/original?v="
            + PortalLinks.fingerprintPrefix(source.sha256()),
        source.mediaType().equals("application/pdf"),
        ocr == null ? null : describe(ocr));
  }

  private static String describe(SourceDocument.Ocr ocr) {
    return ocr.isProgramKnown()
        ? ocr.engine() + "，" + Math.round(ocr.confidence()) + " %"
        : "数字中有字母 O";
  }

  /** The title, or the name of the file if there is no title. */
  public static String title(ArchivedDisclosure document) {
    String title = document.disclosure().metadata().title();
    return title == null ? document.disclosure().source().file() : title;
  }
}
