package org.mingzhang.extract;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.util.RecordFormatException;
import org.apache.tika.exception.ZeroByteFileException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.FileRefusedException.Reason;

/**
 * Turns exceptions into refusals and refusals into messages of one line. The message of a library
 * is passed on without class names of exceptions; the paths of the refused file and of temporary
 * files are replaced, other paths are kept.
 */
final class RefusalMessages {
  private static final int MAX_MESSAGE_LENGTH = 300;

  /**
   * The qualified class name of an exception, with which messages of causes begin, and its colon.
   */
  private static final Pattern EXCEPTION_NAME =
      Pattern.compile(
          "\\b(?:[a-z]\\w{0,40}\\.){1,12}[A-Z]\\w{0,80}(?:Exception|Error)\\b(?::\\s?)?");

  /** The path of a temporary file or folder of this program. */
  private static final Pattern TEMPORARY_PATH =
      Pattern.compile("(?<![^\\s'\"(:])/[^\\s:'\"]*/mingzhang-[^\\s:'\"]+");

  private static final Map<String, String> DISPLAY_NAMES =
      Map.ofEntries(
          Map.entry("application/octet-stream", "file of unknown type"),
          Map.entry("application/x-rar-compressed", "RAR archive"),
          Map.entry("application/x-7z-compressed", "7z archive"),
          Map.entry("application/msword", "Word document"),
          Map.entry("application/vnd.ms-excel", "Excel workbook"),
          Map.entry("application/rtf", "RTF document"),
          Map.entry("application/pdf", "PDF"),
          Map.entry("text/plain", "text file"),
          Map.entry(SourceTextDetector.JSON, "JSON file, which is data and no document,"),
          Map.entry(SourceTextDetector.PROGRAM, "program or data file, which is no document,"),
          Map.entry("text/html", "HTML page"),
          Map.entry("application/zip", "ZIP archive"),
          Map.entry("application/vnd.ms-powerpoint", "PowerPoint presentation"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.presentationml.presentation",
              "PowerPoint presentation"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              "Word document"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              "Excel workbook"));

  /** The common name of a media type; {@code file of type} and the media type if it has none. */
  String displayName(String mediaType) {
    return DISPLAY_NAMES.getOrDefault(mediaType, "file of type " + mediaType);
  }

  /**
   * The refusal of a file for whose type there is no reader; for the types that Tika gives to
   * protected documents, the refusal of a protected one.
   */
  FileRefusedException unsupportedTypeRefusal(String mediaType) {
    return switch (mediaType) {
      case "application/x-tika-ooxml-protected",
          "application/x-tika-msoffice-encrypted",
          "application/x-tika-ole-drm-encrypted" ->
          new FileRefusedException(Reason.ENCRYPTED, "the document is protected by a password");
      default ->
          new FileRefusedException(
              Reason.UNSUPPORTED,
              "a "
                  + displayName(mediaType)
                  + (DISPLAY_NAMES.containsKey(mediaType) ? " (" + mediaType + ")" : "")
                  + " is not a supported format");
    };
  }

  /** The refusal for an exception thrown by a reader; a refusal is returned itself. */
  FileRefusedException refusalFor(Throwable failure) {
    return switch (failure) {
      case FileRefusedException refused -> refused;
      case EncryptedDocumentException e ->
          new FileRefusedException(Reason.ENCRYPTED, "the document is protected by a password", e);
      case ZeroByteFileException e ->
          new FileRefusedException(Reason.EMPTY, "the file is empty", e);
      case OutOfMemoryError e ->
          new FileRefusedException(Reason.TOO_LARGE, "not enough memory to read the file", e);
      case StackOverflowError e ->
          new FileRefusedException(Reason.TOO_LARGE, "nested too deeply to be read", e);
      case RecordFormatException e -> damageRefusal(e);
      case CharacterCodingException e -> damageRefusal(e);
      default -> isZipBomb(failure) ? zipBombRefusal(failure) : damageRefusal(failure);
    };
  }

  /**
   * Whether POI has stopped unpacking, which it says only in the message of an {@code IOException}.
   */
  private static boolean isZipBomb(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = t.getMessage();
      if (message != null && message.contains("Zip bomb")) {
        return true;
      }
    }
    return false;
  }

  private static FileRefusedException zipBombRefusal(Throwable failure) {
    return new FileRefusedException(
        Reason.TOO_LARGE, "a part of it expands to more than a hundredfold (zip bomb)", failure);
  }

  /** Whether a message says more than the class name of an exception. */
  private static boolean saysMoreThanClassName(@Nullable String message) {
    return message != null && !EXCEPTION_NAME.matcher(message).replaceAll("").isBlank();
  }

  private static FileRefusedException damageRefusal(Throwable failure) {
    String message = failure.getMessage();
    return new FileRefusedException(
        Reason.DAMAGED,
        "damaged: " + (saysMoreThanClassName(message) ? message : "its content is not valid"),
        failure);
  }

  /**
   * The message as one line without control characters, class names of exceptions and paths of
   * temporary files, cut after 300 characters with an ellipsis; the name of the reason if there is
   * no message.
   *
   * @param file the file that was refused, whose path is replaced by {@code the file}
   */
  String toLine(FileRefusedException refusal, Path file) {
    String message = refusal.getMessage();
    String own =
        (message == null ? refusal.reason().name() : message)
            .replace(file.toAbsolutePath().toString(), "the file");
    String line =
        EXCEPTION_NAME
            .matcher(TEMPORARY_PATH.matcher(own).replaceAll("a temporary file"))
            .replaceAll("")
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    return line.length() <= MAX_MESSAGE_LENGTH ? line : line.substring(0, MAX_MESSAGE_LENGTH) + "…";
  }
}
