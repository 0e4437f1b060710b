package org.entente.node.act;

import static org.entente.node.officers.Role.ADMINISTRATOR;
import static org.entente.node.officers.Role.ANALYST;
import static org.entente.node.officers.Role.APPROVER;
import static org.entente.node.officers.Role.DATA_OWNER;
import static org.entente.node.officers.Role.DESK;
import static org.entente.node.officers.Role.SUPERVISOR;

import java.util.Set;
import org.entente.node.officers.Role;

/** What officers may do, and in which role: the one table, which docs/rights.md shows. */
public enum Right {
  READ_CASES(Area.CASES, "Read cases and their messages", DESK, APPROVER, SUPERVISOR),
  READ_RESTRICTED(Area.CASES, "Read what is restricted, with a reason", SUPERVISOR),
  DRAFT(Area.CASES, "Draft requests, replies and questions; say how information is reached", DESK),
  RELEASE(Area.CASES, "Release or return what another person drafted", APPROVER),
  HOLD_CASES(Area.CASES, "Take a case, hand it back, name a deputy", DESK),
  ASSIGN_CASES(Area.CASES, "Give a case to a colleague", DESK, APPROVER),
  NOTE_CASES(
      Area.CASES, "Note something about a case for the own house", DESK, APPROVER, SUPERVISOR),
  DECIDE_MATCHES(Area.CASES, "Say whether a person sought is the person of a record", DESK),
  READ_DAMAGED_FILES(Area.CASES, "See which files are damaged", ADMINISTRATOR, SUPERVISOR),

  PREPARE_NOTICES(
      Area.FOLLOW_UP, "Prepare corrections, erasures and other notices", DESK, SUPERVISOR),
  RELEASE_NOTICES(
      Area.FOLLOW_UP, "Release notices that another person prepared", APPROVER, SUPERVISOR),

  PROPOSE_KEEPING(Area.KEEPING, "Propose to keep a case longer or to erase it", DESK, SUPERVISOR),
  CONFIRM_KEEPING(Area.KEEPING, "Confirm what another person proposed", APPROVER, SUPERVISOR),
  MARK_CASES(Area.KEEPING, "Set and lift holds and restrictions", SUPERVISOR),

  READ_STEPS(
      Area.AGREEMENTS, "Read the steps of agreements; see partners", DESK, APPROVER, SUPERVISOR),
  PREPARE_STEPS(Area.AGREEMENTS, "Prepare, suspend and reject agreements", SUPERVISOR),
  CONFIRM_STEPS(Area.AGREEMENTS, "Confirm what another person prepared", APPROVER, SUPERVISOR),
  INTRODUCE_PARTNERS(Area.AGREEMENTS, "Take in a partner's identity card", SUPERVISOR),
  CONFIRM_PARTNERS(
      Area.AGREEMENTS, "Confirm that the words of a card were compared", APPROVER, SUPERVISOR),

  SEARCH_RECORDS(Area.RECORDS, "Search the national index", DESK, ANALYST, DATA_OWNER),
  IMPORT_RECORDS(Area.RECORDS, "Load the national index", DATA_OWNER),
  ERASE_RECORDS(Area.RECORDS, "Erase records", DATA_OWNER),
  SEE_SHARED_THINGS(
      Area.RECORDS, "See of which things several matters tell, by their references", DESK, ANALYST),
  TAKE_INTO_INDEX(
      Area.RECORDS, "Take a person or thing of a partner's message into the national index", DESK),
  JOIN_RECORDS(Area.RECORDS, "Join records or tell them apart", ANALYST, DATA_OWNER),
  SCREEN_LISTS(Area.RECORDS, "Compare lists with the national index", ANALYST),
  REBUILD_INDEX(Area.RECORDS, "Build the search index anew", ADMINISTRATOR, DATA_OWNER),

  ASK_PARTNERS(Area.CHECKS, "Ask partners whether they know a person or thing", DESK, ANALYST),
  READ_CHECKS(
      Area.CHECKS,
      "Read checks; a look at another officer's is an entry",
      DESK,
      ANALYST,
      SUPERVISOR),
  READ_ALL_CHECKS(Area.CHECKS, "List the checks of all officers", SUPERVISOR),
  ASK_WITH_LISTS(Area.CHECKS, "Ask partners about a list of persons", ANALYST),
  RELEASE_LISTS(Area.CHECKS, "Release a list that another person started", APPROVER),
  READ_CHECK_LISTS(Area.CHECKS, "Read lists and what came of them", ANALYST, APPROVER, SUPERVISOR),
  OFFER_RECORDS(Area.CHECKS, "Decide which partner may check the national index", DATA_OWNER),
  READ_OFFERS(Area.CHECKS, "See who may check and who was stopped", DATA_OWNER, SUPERVISOR),
  LIFT_CHECK_STOPS(Area.CHECKS, "Let another officer check again after a stop", SUPERVISOR),

  OVERSEE(
      Area.OVERSIGHT,
      "Look at who looked, at transfers and at breaches; answer persons",
      SUPERVISOR),
  CONFIRM_ANSWERS(
      Area.OVERSIGHT,
      "Read and confirm an answer that another person drafted",
      APPROVER,
      SUPERVISOR),
  TAKE_EVIDENCE(Area.OVERSIGHT, "Take evidence files out", SUPERVISOR),

  READ_LEDGER(Area.LEDGER, "Read the ledger", DESK, APPROVER, SUPERVISOR),
  EXPORT_LEDGER(Area.LEDGER, "Take the whole ledger out", SUPERVISOR),
  READ_LOG_STOPS(
      Area.LEDGER,
      "See why the exchange with a partner is stopped",
      DESK,
      APPROVER,
      SUPERVISOR,
      ADMINISTRATOR),
  COMPARE_RECEIPTS(
      Area.LEDGER, "Compare receipts with partners after a loss", SUPERVISOR, ADMINISTRATOR),
  SETTLE_LOSSES(Area.LEDGER, "Note that a lost message was asked for again", DESK, SUPERVISOR),
  LIFT_PARTNER_STOPS(Area.LEDGER, "Ask to lift a stop about a partner's log", SUPERVISOR),
  LIFT_OWN_STOPS(Area.LEDGER, "Ask to lift a stop about the own log", SUPERVISOR, ADMINISTRATOR),
  CONFIRM_LIFTING(
      Area.LEDGER, "Confirm the lifting that another person asked for", APPROVER, SUPERVISOR),

  KEEP_WATCH(
      Area.DUTY,
      "See who is on watch; acknowledge alarms; say how one is reached",
      DESK,
      APPROVER,
      SUPERVISOR),
  PLAN_DUTY(Area.DUTY, "Plan rosters and chains of alarms", SUPERVISOR),

  READ_MEASURES(Area.MEASURES, "Read urgent measures", DESK, APPROVER, SUPERVISOR),
  PREPARE_MEASURES(
      Area.MEASURES, "Write alerts and preservation requests; answer those of partners", DESK),
  RELEASE_MEASURES(
      Area.MEASURES,
      "Release what another person wrote; look at what one released; correct and answer",
      APPROVER,
      SUPERVISOR),
  RELEASE_MEASURES_ALONE(
      Area.MEASURES, "Release alone what a life depends on", DESK, APPROVER, SUPERVISOR),

  KEEP_ACCOUNTS(Area.NODE, "Keep the accounts of officers", ADMINISTRATOR),
  READ_FIGURES(Area.NODE, "Read the figures of the node", ADMINISTRATOR, SUPERVISOR);

  /** What a right is about. */
  public enum Area {
    CASES("Cases"),
    FOLLOW_UP("Follow-up"),
    KEEPING("Keeping and erasing"),
    AGREEMENTS("Agreements and partners"),
    RECORDS("The national index"),
    CHECKS("Checks"),
    OVERSIGHT("Oversight and evidence"),
    LEDGER("Ledger"),
    DUTY("Duty"),
    MEASURES("Urgent measures"),
    NODE("The node");

    private final String title;

    Area(String title) {
      this.title = title;
    }

    /** As in docs/rights.md. */
    public String title() {
      return title;
    }
  }

  private final Area area;
  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that nobody can change.
  private final Set<Role> roles;

  Right(Area area, String sentence, Role... roles) {
    this.area = area;
    this.sentence = sentence;
    this.roles = Set.of(roles);
  }

  public Area area() {
    return area;
  }

  /** What an officer with this right may do, for administrators. */
  public String sentence() {
    return sentence;
  }

  /** An officer in one of these roles has the right; ask {@link Rights}, not this. */
  public Set<Role> roles() {
    return roles;
  }
}
