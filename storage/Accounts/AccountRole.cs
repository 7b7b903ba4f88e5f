namespace Sems.Storage.Accounts;

/// <summary>What an account may do.</summary>
public enum AccountRole
{
    /// <summary>Runs stations: sees everything but accounts and the audit log, controls meters, acknowledges alarms.</summary>
    Operator = 0,

    /// <summary>Everything.</summary>
    Administrator = 1,
}
