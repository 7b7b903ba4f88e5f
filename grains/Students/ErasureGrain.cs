using Sems.GrainInterfaces;

namespace Sems.Grains.Students;

/// <summary>Forgets one student everywhere. It calls student and meters and nobody calls it back, so none of them can wait for the other.</summary>
public sealed class ErasureGrain : Grain, IErasureGrain
{
    /// <inheritdoc />
    public async Task<EraseRefusal> Erase(string passwordHash)
    {
        var number = this.GetPrimaryKeyString();
        var answer = await GrainFactory.GetGrain<IStudentGrain>(number).Erase(passwordHash);
        foreach (var ammeter in answer.Ammeters) await GrainFactory.GetGrain<IAmmeterGrain>(ammeter.ToString()).ForgetStudent(number);
        DeactivateOnIdle();
        return answer.Refusal;
    }
}
