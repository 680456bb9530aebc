package org.mingzhang.extract.rtf;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.rtf.RtfState.TextDestination;

/** Parses the groups and control words of one RTF file. Not thread-safe. */
final class RtfParser {
  private static final int MAX_GROUP_DEPTH = 5_000;

  private final RtfScanner in;
  private final BlockCollector blocks;
  private final RtfBlockBuilder blockBuilder;
  private final RtfLayoutInterpreter layout;
  private final RtfFonts fonts = new RtfFonts();
  private final RtfStyles styles = new RtfStyles();
  private final Map<String, String> properties = new HashMap<>();
  private final Deque<RtfState> outerStates = new ArrayDeque<>();
  private final ByteArrayOutputStream pendingBytes = new ByteArrayOutputStream();
  private final StringBuilder destinationText = new StringBuilder();
  private final StringBuilder fieldInstruction = new StringBuilder();
  private RtfState state = new RtfState();
  private boolean nextDestinationOptional;
  private int fallbackBytesToSkip;
  private int fontBeingDefined;

  RtfParser(byte[] file, BlockCollector blocks) {
    this.in = new RtfScanner(file);
    this.blocks = blocks;
    this.blockBuilder = new RtfBlockBuilder(blocks);
    this.layout = new RtfLayoutInterpreter(blockBuilder, styles);
  }

  /**
   * The document properties, title and author, as far as the file states them; complete after
   * {@link #parse}.
   */
  Map<String, String> properties() {
    return properties;
  }

  /**
   * Parses the file into the blocks, up to the character limit. To be called once.
   *
   * @throws FileRefusedException if groups are nested deeper than 5,000 levels
   */
  void parse() throws FileRefusedException {
    for (RtfScanner.Token token = in.next();
        token != RtfScanner.Token.END && !blocks.isFull();
        token = in.next()) {
      if (token != RtfScanner.Token.BYTE) {
        decodePendingBytes();
      }
      switch (token) {
        case OPEN -> openGroup();
        case CLOSE -> closeGroup();
        case WORD -> handleWord(in.word());
        case SYMBOL -> handleSymbol(in.symbol());
        default -> appendByte(in.symbol());
      }
    }
    decodePendingBytes();
    blockBuilder.endDocument();
  }

  private void openGroup() throws FileRefusedException {
    if (outerStates.size() >= MAX_GROUP_DEPTH) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged: groups nested too deeply");
    }
    outerStates.push(state);
    state = state.copy();
    fallbackBytesToSkip = 0;
    if (state.destination == TextDestination.STYLES) {
      styles.beginStyle();
      destinationText.setLength(0);
    }
  }

  private void closeGroup() {
    RtfState closed = state;
    state = outerStates.isEmpty() ? new RtfState() : outerStates.pop();
    fallbackBytesToSkip = 0;
    nextDestinationOptional = false;
    boolean leaves = state.destination != closed.destination;
    if (closed.destination == TextDestination.STYLES && !leaves) {
      styles.endStyle(destinationText.toString());
    } else if (leaves && closed.destination == TextDestination.TITLE) {
      storeProperty("title");
    } else if (leaves && closed.destination == TextDestination.AUTHOR) {
      storeProperty("author");
    }
  }

  private void storeProperty(String name) {
    if (!destinationText.toString().isBlank()) {
      properties.put(name, destinationText.toString().strip());
    }
    destinationText.setLength(0);
  }

  /**
   * Collects a byte of text, since characters may have two; skips it if it repeats a Unicode
   * character for old readers.
   */
  private void appendByte(int value) {
    if (fallbackBytesToSkip > 0) {
      decodePendingBytes();
      fallbackBytesToSkip--;
    } else {
      pendingBytes.write(value);
    }
  }

  private void decodePendingBytes() {
    if (pendingBytes.size() > 0) {
      String text = pendingBytes.toString(fonts.charsetOf(state.font, state.asianFont));
      pendingBytes.reset();
      appendText(text);
    }
  }

  private void appendText(String text) {
    switch (state.destination) {
      case BODY, LABEL -> {
        if (state.isTextVisible()) {
          blockBuilder.append(
              text, state.destination == TextDestination.LABEL, state.inTableOfContents);
        }
      }
      case INSTRUCTION -> fieldInstruction.append(text);
      case STYLES, TITLE, AUTHOR -> destinationText.append(text);
      case FONTS, DISCARDED -> {}
    }
  }

  private void handleSymbol(int symbol) {
    switch (symbol) {
      case '*' -> nextDestinationOptional = true;
      case '~' -> appendText(" ");
      case '_' -> appendText("-");
      case '\\', '{', '}' -> appendByte(symbol);
      case '\r', '\n' -> applyLayoutWord("par");
      default -> {}
    }
  }

  private void handleWord(String word) {
    if (fallbackBytesToSkip > 0 && !word.equals("u")) {
      fallbackBytesToSkip = 0;
    }
    if (word.equals("u")) {
      appendText(String.valueOf((char) in.parameter('?')));
      fallbackBytesToSkip = state.unicodeFallbackBytes;
    } else if (word.equals("bin")) {
      in.skip(Math.max(0, in.parameter(0)));
    } else if (!tryOpenDestination(word) && !tryApplyCharacterWord(word)) {
      applyLayoutWord(word);
    }
    nextDestinationOptional = false;
  }

  /** Handles a control word that opens a destination; returns whether it does. */
  private boolean tryOpenDestination(String word) {
    TextDestination target = RtfDestinationClassifier.targetOf(word);
    if (target == null && word.equals("fldrslt")) {
      state.inTableOfContents |= fieldInstruction.toString().strip().startsWith("TOC");
      return true;
    }
    if (target == null
        && nextDestinationOptional
        && !RtfDestinationClassifier.isShownOptionalDestination(word)
        && state.destination != TextDestination.STYLES) {
      target = TextDestination.DISCARDED;
    }
    if (target == null) {
      return false;
    }
    boolean property = target == TextDestination.TITLE || target == TextDestination.AUTHOR;
    if (property || state.destination != TextDestination.DISCARDED) {
      state.destination = target;
    }
    if (target == TextDestination.INSTRUCTION) {
      fieldInstruction.setLength(0);
    }
    destinationText.setLength(0);
    return true;
  }

  /** Handles a control word for characters or fonts; returns whether it is one. */
  private boolean tryApplyCharacterWord(String word) {
    switch (word) {
      case "ansicpg" -> fonts.setCodePage(in.parameter(1252));
      case "uc" -> state.unicodeFallbackBytes = Math.max(0, in.parameter(1));
      case "v" -> state.textHidden = in.parameter(1) != 0;
      case "deleted" -> state.textDeleted = in.parameter(1) != 0;
      case "plain" -> {
        state.textHidden = false;
        state.textDeleted = false;
      }
      case "f" -> selectFont(in.parameter(0));
      case "af" -> state.asianFont = in.parameter(0);
      case "fcharset" -> fonts.defineFont(fontBeingDefined, in.parameter(0));
      default -> {
        String text = RtfCharacters.textOf(word);
        if (text == null) {
          return false;
        }
        appendText(text);
      }
    }
    return true;
  }

  private void selectFont(int number) {
    state.font = number;
    fontBeingDefined = number;
  }

  /** Handles a control word for paragraphs, rows and pages, of the text or of a style. */
  private void applyLayoutWord(String word) {
    switch (state.destination) {
      case BODY -> layout.applyBodyControlWord(word, in);
      case STYLES -> styles.applyControlWord(word, in);
      default -> {
        // Rows and paragraphs of headers, notes and nested tables do not format the body.
      }
    }
  }
}
