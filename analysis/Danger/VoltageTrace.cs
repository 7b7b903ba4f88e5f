using System.Runtime.InteropServices;

namespace Sems.Analysis.Danger;

/// <summary>
/// The voltage beside the current: of the mains their slow mean, and the evidence that they give way under the current; of a battery the voltage its
/// charger holds. It changes in place.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct VoltageTrace
{
    /// <summary>V; as much is the mains, less a battery.</summary>
    public const float LeastMainsV = 100;

    /// <summary>s; the time constant of the slow mean.</summary>
    private const float SlowS = 1800;

    private const float StepA = 0.3f;
    private const float GivesWayV = 5;
    private const float HoldsV = 2.5f;
    private const byte MostEvidence = 6;

    private ushort _lastCentivolts, _knownTenths;

    /// <summary>V: the slow mean of the mains, or what the battery is held at; 0 when no voltage was sent.</summary>
    public float ReferenceV { get; private set; }

    /// <summary>Steps of the current to which the voltage answered, less those to which it did not.</summary>
    public byte Evidence { get; private set; }

    /// <summary>The mains are measured, not a battery.</summary>
    public readonly bool IsMains => ReferenceV >= LeastMainsV;

    /// <summary>A battery's voltage is measured.</summary>
    public readonly bool IsBattery => ReferenceV is > 0 and < LeastMainsV;

    /// <summary>Takes a reading of the mains.</summary>
    public void TakeMains(float v, float stepA, float seconds, bool sags)
    {
        var stepV = v - (_lastCentivolts / 100f);
        if (_lastCentivolts > 0 && Math.Abs(stepA) >= StepA)
        {
            if (stepV * stepA < 0 && Math.Abs(stepV) >= GivesWayV) Evidence = (byte)Math.Min(MostEvidence, Evidence + 1);
            else if (Math.Abs(stepV) < HoldsV && Evidence > 0) Evidence--;
        }
        _lastCentivolts = (ushort)Math.Min(ushort.MaxValue, (v * 100) + 0.5f);
        if (sags) return;
        _knownTenths = Packed.Add(_knownTenths, seconds);
        ReferenceV = ReferenceV == 0 ? v : ReferenceV + (seconds / (Math.Min(Packed.Seconds(_knownTenths), SlowS) + seconds) * (v - ReferenceV));
    }

    /// <summary>Takes a reading of a battery.</summary>
    public void TakeBattery(float v, bool held)
    {
        if (!held || ReferenceV == 0) ReferenceV = v;
    }
}
