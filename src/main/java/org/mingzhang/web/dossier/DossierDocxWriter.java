package org.mingzhang.web.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.render.Labels;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Writes a dossier as a Word document: headings, quotes with source and numbered citation,
 * pictures, notes, and the list of sources.
 */
final class DossierDocxWriter {
  private static final String FONT = "Noto Serif CJK SC";
  private static final String HEADING_STYLE = "Heading";
  private static final int INDENT_TWIPS = 420;

  /** Width of pictures in points, within the margins of A4. */
  private static final double PICTURE_WIDTH_POINTS = 390;

  private final XWPFDocument document;
  private final DossierPictures pictures;
  private final Labels labels;

  private DossierDocxWriter(XWPFDocument document, DossierPictures pictures, Labels labels) {
    this.document = document;
    this.pictures = pictures;
    this.labels = labels;
  }

  static void write(DossierView view, DossierPictures pictures, Labels labels, OutputStream out)
      throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      new DossierDocxWriter(document, pictures, labels).writeAll(view);
      document.write(out);
    }
  }

  private void writeAll(DossierView view) throws IOException {
    addStyles();
    XWPFParagraph title = document.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    title.setStyle(HEADING_STYLE + 1);
    appendRun(title, view.title());
    for (int i = 0; i < view.entries().size(); i++) {
      addEntry(
          view.entries().get(i),
          pictures.pictures().get(i).orElse(null),
          pictures.missingPictureMessages().get(i));
    }
    addSources(view.citations());
  }

  private void addStyles() {
    XWPFStyles styles = document.createStyles();
    for (int level = 1; level <= 2; level++) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId(HEADING_STYLE + level);
      style.addNewName().setVal("heading " + level);
      style.addNewQFormat();
      style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1));
      var characters = style.addNewRPr();
      characters.addNewB();
      characters.addNewSz().setVal(BigInteger.valueOf(level == 1 ? 36 : 28));
      XWPFStyle made = new XWPFStyle(style);
      made.setType(STStyleType.PARAGRAPH);
      styles.addStyle(made);
    }
  }

  private void addEntry(
      ResolvedEntry resolvedEntry, byte @Nullable [] picture, String missingPictureReason)
      throws IOException {
    Dossier.Entry entry = resolvedEntry.entry();
    switch (entry.kind()) {
      case HEADING -> addHeading(entry.label());
      case TEXT -> {}
      case SECTION, SENTENCE, FIGURE, FINDING, INDICATOR, TABLE -> addQuote(resolvedEntry);
    }
    CitedPassage printed = resolvedEntry.citedPassage();
    if (picture != null && printed != null) {
      addPicture(picture, printed.words());
    } else if (!missingPictureReason.isEmpty()) {
      addRemark(missingPictureReason);
    }
    addNote(entry.note());
  }

  private void addHeading(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(HEADING_STYLE + 2);
    appendRun(paragraph, text);
  }

  private void addQuote(ResolvedEntry resolvedEntry) {
    Dossier.Entry entry = resolvedEntry.entry();
    XWPFParagraph words = document.createParagraph();
    words.setIndentationLeft(INDENT_TWIPS);
    words.setSpacingBefore(160);
    appendRun(words, entry.quote().isEmpty() ? entry.label() : entry.quote());
    if (resolvedEntry.number() > 0) {
      XWPFRun mark = appendRun(words, "[" + resolvedEntry.number() + "]");
      mark.setVerticalAlignment(VerticalAlign.SUPERSCRIPT.toString().toLowerCase(Locale.ROOT));
    }
    XWPFParagraph source = document.createParagraph();
    source.setIndentationLeft(INDENT_TWIPS);
    XWPFRun place = appendRun(source, new DossierTextFormatter(labels).formatPlace(resolvedEntry));
    place.setFontSize(9);
    place.setColor("5C6066");
    if (resolvedEntry.state().hasWarning()) {
      XWPFRun warning =
          appendRun(source, " " + labels.text("dossier.state." + resolvedEntry.state().id()));
      warning.setFontSize(9);
      warning.setColor("A8261C");
    }
    resolvedEntry.remark().lines().forEach(this::addRemark);
  }

  /** Adds a remark below a quote. */
  private void addRemark(String remark) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setIndentationLeft(INDENT_TWIPS);
    XWPFRun run = appendRun(paragraph, remark);
    run.setFontSize(9);
    run.setColor("5C6066");
  }

  /** Adds the picture of a place in the original, with its text as alternative text. */
  private void addPicture(byte[] png, String altText) throws IOException {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setIndentationLeft(INDENT_TWIPS);
    try {
      paragraph
          .createRun()
          .addPicture(
              new ByteArrayInputStream(png),
              PictureType.PNG,
              "place.png",
              Units.toEMU(PICTURE_WIDTH_POINTS),
              Units.toEMU(PICTURE_WIDTH_POINTS * DossierPictures.aspectRatio(png)))
          .getCTPicture()
          .getNvPicPr()
          .getCNvPr()
          .setDescr(altText);
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  private void addNote(String note) {
    MarkdownNoteRenderer.renderTo(
        note,
        new MarkdownNoteRenderer.NoteSink() {
          private @Nullable XWPFParagraph paragraph;

          @Override
          public void startParagraph(String bullet) {
            paragraph = document.createParagraph();
            if (!bullet.isEmpty()) {
              paragraph.setIndentationLeft(INDENT_TWIPS);
              appendRun(paragraph, bullet);
            }
          }

          @Override
          public void addRun(String text, boolean strong, boolean emphasis, String address) {
            XWPFParagraph in = paragraph == null ? document.createParagraph() : paragraph;
            paragraph = in;
            XWPFRun run =
                address.isEmpty() ? appendRun(in, text) : createLinkRun(in, text, address);
            run.setBold(strong);
            run.setItalic(emphasis);
          }
        });
  }

  private void addSources(List<Citation> citations) {
    if (citations.isEmpty()) {
      return;
    }
    addHeading(labels.text("dossier.sources"));
    for (int i = 0; i < citations.size(); i++) {
      XWPFParagraph paragraph = document.createParagraph();
      Citation citation = citations.get(i);
      String text = "[" + (i + 1) + "] " + citation.gbt7714();
      int at = text.lastIndexOf(citation.accessPath());
      appendRun(paragraph, text.substring(0, at));
      createLinkRun(paragraph, citation.accessPath(), citation.accessPath());
      appendRun(paragraph, text.substring(at + citation.accessPath().length()));
    }
  }

  private static XWPFRun appendRun(XWPFParagraph paragraph, String text) {
    XWPFRun run = paragraph.createRun();
    addText(run, text);
    return run;
  }

  private static void addText(XWPFRun run, String text) {
    run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i]);
    }
  }

  private static XWPFRun createLinkRun(XWPFParagraph paragraph, String text, String address) {
    XWPFRun run = paragraph.createHyperlinkRun(address);
    addText(run, text);
    run.setColor("23408E");
    return run;
  }
}
