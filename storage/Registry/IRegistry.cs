using Sems.Storage.Audit;

namespace Sems.Storage.Registry;

/// <summary>
/// Who and what a campus has. Every write is durable when its task completes and throws
/// <see cref="StorageUnavailableException"/> when it was not made.
/// </summary>
public interface IRegistry : IRegistryReader
{
    /// <summary>How many keys a station had before are kept.</summary>
    const int MostFormerKeys = 5;

    /// <summary>
    /// Inserts or replaces a student; the card table follows <see cref="StudentRecord.CardNumber"/>: a card that was
    /// someone else's moves here, and null takes the student's card away.
    /// </summary>
    /// <exception cref="UserNameTakenException">Another student has the user name; nothing was changed.</exception>
    /// <exception cref="WechatTakenException">Another student is bound to the openid; nothing was changed.</exception>
    Task SaveStudentAsync(StudentRecord student);

    /// <summary>Adds a student; refused when there is one of the number, or when the card is another's.</summary>
    Task<RegistryWrite<StudentRecord>> CreateStudentAsync(StudentRecord student, AuditAct act);

    /// <summary>Changes a student as stored at that moment.</summary>
    /// <param name="studentNumber">Which.</param>
    /// <param name="change">What to make of the student; pure, for it may be asked twice.</param>
    /// <param name="takeCard">A new card that is another student's moves here; else it is refused.</param>
    /// <param name="act">Whose doing it is, for the audit log; null when the log is not told.</param>
    /// <exception cref="UserNameTakenException">Another student has the user name; nothing was changed.</exception>
    /// <exception cref="WechatTakenException">Another student is bound to the openid; nothing was changed.</exception>
    Task<RegistryWrite<StudentRecord>> ChangeStudentAsync(
        string studentNumber, Func<StudentRecord, StudentRecord> change, bool takeCard = false, AuditAct? act = null);

    /// <summary>Adds a station; refused when there is one of the number, retired or not.</summary>
    Task<RegistryWrite<AmmeterGroupRecord>> CreateGroupAsync(AmmeterGroupRecord group, AuditAct act);

    /// <summary>Changes name, place or retirement of a station as stored at that moment, not its key. Refused while something charges at a station to be retired.</summary>
    Task<RegistryWrite<AmmeterGroupRecord>> ChangeGroupAsync(string group, Func<AmmeterGroupRecord, AmmeterGroupRecord> change, AuditAct act);

    /// <summary>Adds a meter; refused when there is one of the number.</summary>
    Task<RegistryOutcome> AddAmmeterAsync(AmmeterRecord ammeter, AuditAct act);

    /// <summary>Renames a meter.</summary>
    Task<RegistryOutcome> RenameAmmeterAsync(AmmeterRecord ammeter, AuditAct act);

    /// <summary>Takes a meter out of service; its charges stay. Refused while something charges there.</summary>
    Task<RegistryOutcome> RemoveAmmeterAsync(string group, string ammeter, AuditAct act);

    /// <summary>
    /// Gives a card to a student in place of any card the student had (an unknown student number is allowed: the roster
    /// may follow).
    /// </summary>
    Task AssignCardAsync(string cardNumber, string studentNumber);

    /// <summary>Inserts or replaces a station.</summary>
    Task SaveGroupAsync(AmmeterGroupRecord group);

    /// <summary>
    /// Gives a station a key in place of the one it has. That one stays good until then, as those before it do to their own ends; the
    /// <see cref="MostFormerKeys"/> that end last are kept.
    /// </summary>
    /// <param name="hash">Hash of the key, or null to take the station's key away.</param>
    /// <param name="formerUntil">Null: no key the station had before is good any more.</param>
    /// <param name="act">Whose doing it is, for the audit log; null when the log is told otherwise.</param>
    Task SaveStationKeyAsync(string group, string? hash, DateTimeOffset? formerUntil, AuditAct? act = null);

    /// <summary>Inserts or replaces a meter.</summary>
    Task SaveAmmeterAsync(AmmeterRecord ammeter);

    /// <summary>Takes a meter out of service; its charges stay.</summary>
    Task RemoveAmmeterAsync(string group, string ammeter);

    /// <summary>
    /// Upserts many rows in few transactions: only the columns present in each row change
    /// (null means "leave as it is, or the default for a new row"). Rows are applied in order.
    /// </summary>
    /// <param name="progress">Told the number of rows stored so far.</param>
    /// <exception cref="UserNameTakenException">
    /// A user name is another student's; rows of earlier transactions are stored, and the same call again is safe.
    /// </exception>
    Task ImportAsync(IReadOnlyList<StudentChange> students, IReadOnlyList<AmmeterGroupChange> groups,
        IReadOnlyList<AmmeterRecord> ammeters, IProgress<int>? progress = null, CancellationToken cancel = default);
}
