namespace Sems.Storage.Sql;

/// <summary>Lets a test stop or fail storage at a step: whatever this throws is taken for the database's own fault.</summary>
internal interface IStepFaults
{
    /// <summary>Called by whoever is about to take the step.</summary>
    void Before(WriteStep step);
}
