package org.mingzhang.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of options that the command line does not give: from the environment ({@code
 * MINGZHANG_PUBLIC_URL} for {@code --public-url}), then the configuration file ({@code
 * public-url=…}), then the option's own default.
 */
public final class ConfigurationDefaults implements IDefaultValueProvider {
  private static final String PREFIX = "MINGZHANG_";

  /** Variables of the launcher, of the tests and of this class, which are not options. */
  private static final List<String> OTHER_VARIABLES =
      Stream.of(
              "AOT", "CONFIG", "HEAP", "HOME", "JAVA_OPTIONS", "TERMINAL", "TEST_CLASSES", "TOOLS")
          .map(ConfigurationDefaults::variable)
          .toList();

  private final Map<String, String> environment;
  private final Properties fileProperties;

  /** Creates defaults from an environment and the content of a configuration file. */
  public ConfigurationDefaults(Map<String, String> environment, Properties fileProperties) {
    this.environment = environment;
    this.fileProperties = fileProperties;
  }

  /**
   * Reads the file that {@code MINGZHANG_CONFIG} names, in UTF-8; if the variable is not set,
   * {@code mingzhang.properties} in the working folder if there is one.
   *
   * @throws IOException if the file does not exist although the variable names it, or cannot be
   *     read
   * @throws BadOptionException if the file is not in UTF-8 or has an invalid escape
   */
  public static ConfigurationDefaults load(Map<String, String> environment) throws IOException {
    String named = environment.get("MINGZHANG_CONFIG");
    Path file = Path.of(named == null ? "mingzhang.properties" : named);
    return new ConfigurationDefaults(
        environment, named != null || Files.exists(file) ? readProperties(file) : new Properties());
  }

  private static Properties readProperties(Path file) throws IOException {
    Properties properties = new Properties();
    try {
      // some editors begin a file in UTF-8 with a byte order mark
      properties.load(new StringReader(Files.readString(file).replaceFirst("^\uFEFF", "")));
    } catch (CharacterCodingException e) {
      throw new BadOptionException(file + " is not in UTF-8");
    } catch (IllegalArgumentException e) {
      throw new BadOptionException(file + ": " + e.getMessage());
    }
    return properties;
  }

  /**
   * Names in the file, and variables that begin with {@code MINGZHANG_}, for which there is no
   * option; one line for each, sorted.
   *
   * @param optionNames names of all options, without leading hyphens
   */
  List<String> findUnknownNames(Set<String> optionNames) {
    Set<String> variables =
        optionNames.stream().map(ConfigurationDefaults::variable).collect(Collectors.toSet());
    variables.addAll(OTHER_VARIABLES);
    Stream<String> ofFile =
        fileProperties.stringPropertyNames().stream()
            .filter(name -> !optionNames.contains(name))
            .map(name -> "the configuration file sets " + name);
    Stream<String> ofEnvironment =
        environment.keySet().stream()
            .filter(name -> name.startsWith(PREFIX) && !variables.contains(name))
            .map(name -> "the environment sets " + name);
    return Stream.concat(ofFile, ofEnvironment)
        .map(line -> line + ", but there is no such option")
        .sorted()
        .toList();
  }

  /** The name of an option as it is in the file. */
  static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String key = key(option);
    if (key.equals("help") || key.equals("version")) {
      return null;
    }
    String value = environment.get(variable(key));
    return value != null ? value : fileProperties.getProperty(key);
  }
}
