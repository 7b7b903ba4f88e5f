using System.Collections.Immutable;

namespace Sems.GrainInterfaces;

/// <summary>One student; the key is the student number (学号).</summary>
[Alias("sems.IStudentGrain")]
public interface IStudentGrain : IGrainWithStringKey
{
    /// <summary>Whether the student may charge.</summary>
    [Alias("Check")]
    Task<StudentCheck> Check();

    /// <summary>Everything that keeps the student from starting a charge now, and the limits it goes by.</summary>
    [Alias("Standing")]
    Task<StudentStanding> Standing();

    /// <summary>Takes a place among the student's open sessions, or says why there is none. The same id again: none is taken twice.</summary>
    [Alias("SessionOpened")]
    Task<Refusal> SessionOpened(long chargeId, AmmeterKey ammeter);

    /// <summary>Gives the place back; an id not known is fine.</summary>
    [Alias("SessionClosed")]
    Task SessionClosed(long chargeId);

    /// <summary>Registers a student of the roster under a user name, or changes name and password.</summary>
    [Alias("Register")]
    Task<Refusal> Register(string userName, string passwordHash);

    /// <summary>Blocks or unblocks.</summary>
    [Alias("Block")]
    Task<Refusal> Block(bool blocked);

    /// <summary>Adds the student to the roster.</summary>
    /// <param name="card">The student's card, or null; refused when it is another's.</param>
    /// <param name="fields">Phone and bike.</param>
    /// <param name="by">Which administrator does it.</param>
    [Alias("Create")]
    Task<RegistryAnswer> Create(string? card, ImmutableArray<FieldEdit> fields, string by);

    /// <summary>Changes phone and bike; fields that are not named stay.</summary>
    [Alias("Edit")]
    Task<RegistryAnswer> Edit(ImmutableArray<FieldEdit> fields, string by);

    /// <summary>Blocks, or lets in again. A charge that runs goes on; the next start is refused.</summary>
    [Alias("SetBlocked")]
    Task<RegistryAnswer> SetBlocked(bool blocked, string? reason, string by);

    /// <summary>Gives the student another card in place of the one there is, which is worth nothing from now on.</summary>
    /// <param name="card">Null takes the card away.</param>
    /// <param name="takeOver">Another student's card moves here; else it is refused.</param>
    /// <param name="by">Which administrator does it.</param>
    [Alias("ChangeCard")]
    Task<RegistryAnswer> ChangeCard(string? card, bool takeOver, string by);

    /// <summary>The student gave the right password. Refused where sign-in was locked, or the password changed meanwhile.</summary>
    [Alias("SignedIn")]
    Task<AccountRefusal> SignedIn(SignIn signIn);

    /// <summary>Somebody gave a wrong password for the student: counted, and after several in a row sign-in is locked for a while.</summary>
    /// <param name="address">From where.</param>
    /// <returns>Until when it is locked, or null.</returns>
    [Alias("SignInFailed")]
    Task<DateTimeOffset?> SignInFailed(string address);

    /// <summary>Gives a registered student another password; a lock of sign-in is taken off.</summary>
    [Alias("SetPassword")]
    Task<RegistryAnswer> SetPassword(string passwordHash, string by);

    /// <summary>Parts the student from WeChat.</summary>
    [Alias("UnbindWechat")]
    Task<RegistryAnswer> UnbindWechat(string by);

    /// <summary>The student's row in the registry changed: it is read anew.</summary>
    [Alias("Forget"), AlwaysInterleave]
    Task Forget();

    /// <summary>Pays, waives or reopens one of the student's bills. The same step again is done already, and not recorded twice.</summary>
    /// <param name="chargeId">The bill: that of this charge.</param>
    /// <param name="step">What is done with it.</param>
    /// <param name="by">Which administrator does it.</param>
    /// <param name="reason">Why, at most 200 characters; a waiver must have one.</param>
    [Alias("SettleBill")]
    Task<BillRefusal> SettleBill(long chargeId, BillStep step, string by, string? reason);

    /// <summary>Registers a student of the roster who knows the own card. Mismatches are counted, and after several in a row none is looked at for a while.</summary>
    [Alias("Enrol")]
    Task<EnrolAnswer> Enrol(string cardNumber, string userName, string passwordHash);

    /// <summary>The student chooses another password; a lock of sign-in is taken off.</summary>
    /// <param name="passwordHash">Its hash.</param>
    /// <param name="formerHash">The hash of the password the student has shown to know.</param>
    [Alias("ChangePassword")]
    Task<AccountRefusal> ChangePassword(string passwordHash, string formerHash);

    /// <summary>The student changes the own phone and bike; fields that are not named stay. Not for the audit log: it is nobody else's.</summary>
    [Alias("EditOwn")]
    Task<RegistryAnswer> EditOwn(ImmutableArray<FieldEdit> fields);

    /// <summary>Binds the student to who they are in WeChat, in place of whom they were; null parts them. Refused for somebody else's openid.</summary>
    [Alias("BindWechat")]
    Task<RegistryAnswer> BindWechat(string? openid);

    /// <summary>The student follows the official account, or does not any more.</summary>
    [Alias("Follows")]
    Task Follows(bool follows);

    /// <summary>Whether the student follows the official account; null when nobody has told.</summary>
    [Alias("DoesFollow"), ReadOnly]
    Task<bool?> DoesFollow();

    /// <summary>The student was there; what is older than what is known is ignored, and so is what says nothing new.</summary>
    /// <param name="latitude">WGS-84 degrees.</param>
    /// <param name="longitude">WGS-84 degrees.</param>
    /// <param name="at">When; the future counts as now.</param>
    [Alias("Position")]
    Task Position(double latitude, double longitude, DateTimeOffset at);

    /// <summary>Where the student was last; null when nobody has told.</summary>
    [Alias("WhereAmI"), ReadOnly]
    Task<StudentPosition?> WhereAmI();

    /// <summary>The student's open sessions, oldest first.</summary>
    [Alias("Places"), ReadOnly]
    Task<ImmutableArray<StudentPlace>> Places();

    /// <summary>What the student says was left in the battery when an open session of theirs began.</summary>
    /// <param name="chargeId">Which; refused when it is no open session of the student's.</param>
    /// <param name="percent">0 to 100; null takes it back.</param>
    [Alias("SayLeft")]
    Task<Refusal> SayLeft(long chargeId, double? percent);

    /// <summary>What charges of the student's battery usually are: the next one that starts is judged by it. Null: it is not known any more.</summary>
    [Alias("Usual")]
    Task Usual(UsualCharge? usual);

    /// <summary>Switches the socket of an open session of the student's: on or off, pending until the station obeys. Who is blocked may switch off only.</summary>
    /// <param name="chargeId">Which; refused when it is no open session of the student's.</param>
    /// <param name="action">On or off; others are not for students.</param>
    [Alias("Control"), AlwaysInterleave]
    Task<ControlAnswer> Control(long chargeId, ControlAction action);

    /// <summary>The student's part of <see cref="IErasureGrain"/>.</summary>
    [Alias("Erase")]
    Task<EraseAnswer> Erase(string passwordHash);
}
