namespace Sems.Storage.Audit;

/// <summary>The kinds of changes in the audit log, and what they are of.</summary>
public static class AuditWords
{
    /// <summary>Settings of the campus or of a station.</summary>
    public const string SettingsChanged = "settings.change";

    /// <summary>Settings taken back: those underneath are in force again.</summary>
    public const string SettingsCleared = "settings.clear";

    /// <summary>A station was given a new key.</summary>
    public const string StationKeyRotated = "station_key.rotate";

    /// <summary>A station's keys were taken away.</summary>
    public const string StationKeyCleared = "station_key.clear";

    /// <summary>A campus's files were read.</summary>
    public const string Imported = "import";

    /// <summary>An account was made.</summary>
    public const string AccountCreated = "account.create";

    /// <summary>An account's role was changed, or it was disabled or let in again.</summary>
    public const string AccountChanged = "account.change";

    /// <summary>An account was taken away.</summary>
    public const string AccountRemoved = "account.remove";

    /// <summary>An account's owner chose a new password.</summary>
    public const string PasswordChanged = "account.password";

    /// <summary>An account was given a new password by somebody else.</summary>
    public const string PasswordReset = "account.reset_password";

    /// <summary>An alarm was acknowledged.</summary>
    public const string AlarmAcknowledged = "alarm.acknowledge";

    /// <summary>An alarm was ended by a person.</summary>
    public const string AlarmCleared = "alarm.clear";

    /// <summary>A push that was given up is sent anew.</summary>
    public const string PushRetried = "push.retry";

    /// <summary>A bill was paid.</summary>
    public const string BillPaid = "bill.pay";

    /// <summary>A bill need not be paid.</summary>
    public const string BillWaived = "bill.waive";

    /// <summary>A bill is unpaid again.</summary>
    public const string BillReopened = "bill.reopen";

    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "session.sign_in";

    /// <summary>Somebody gave a wrong password.</summary>
    public const string SignInFailed = "session.failed";

    /// <summary>Every sign-in of an account was ended.</summary>
    public const string SignedOutEverywhere = "session.sign_out_everywhere";

    /// <summary>A student was added.</summary>
    public const string StudentCreated = "student.create";

    /// <summary>Phone or bike of a student were changed.</summary>
    public const string StudentChanged = "student.change";

    /// <summary>A student was blocked.</summary>
    public const string StudentBlocked = "student.block";

    /// <summary>A student was let in again.</summary>
    public const string StudentUnblocked = "student.unblock";

    /// <summary>A student was given another card, or lost it.</summary>
    public const string StudentCard = "student.card";

    /// <summary>A student was given a new password.</summary>
    public const string StudentPassword = "student.reset_password";

    /// <summary>A student was parted from WeChat.</summary>
    public const string StudentUnbound = "student.unbind_wechat";

    /// <summary>A student's personal data were erased, at their own wish.</summary>
    public const string StudentErased = "student.erased";

    /// <summary>A station was added.</summary>
    public const string StationCreated = "station.create";

    /// <summary>Name or place of a station were changed.</summary>
    public const string StationChanged = "station.change";

    /// <summary>A station was taken out of service.</summary>
    public const string StationRetired = "station.retire";

    /// <summary>A station was put into service again.</summary>
    public const string StationRestored = "station.restore";

    /// <summary>A meter was added.</summary>
    public const string AmmeterAdded = "ammeter.add";

    /// <summary>A meter was renamed.</summary>
    public const string AmmeterRenamed = "ammeter.rename";

    /// <summary>A meter was taken away.</summary>
    public const string AmmeterRemoved = "ammeter.remove";

    /// <summary>The whole campus, as what a change is of.</summary>
    public const string Campus = "campus";

    /// <summary>A student, as what a change is of.</summary>
    public static string Student(string studentNumber) => "student/" + studentNumber;

    /// <summary>A station, as what a change is of.</summary>
    public static string Station(string group) => "station/" + group;

    /// <summary>A command to a meter, by its word: ammeter.on, .off, .release, .lock, .unlock.</summary>
    public static string Control(string action) => "ammeter." + action;

    /// <summary>A meter, as what a change is of.</summary>
    public static string Ammeter(string group, string ammeter) => $"ammeter/{group}/{ammeter}";

    /// <summary>An alarm, as what a change is of.</summary>
    public static string Alarm(long alarmId) => $"alarm/{alarmId}";

    /// <summary>A push, as what a change is of.</summary>
    public static string Push(long pushId) => $"push/{pushId}";

    /// <summary>A bill, as what a change is of.</summary>
    public static string Bill(long chargeId) => $"bill/{chargeId}";

    /// <summary>An account, as what a change is of.</summary>
    public static string Account(string userName) => "account/" + userName;
}
