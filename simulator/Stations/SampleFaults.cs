using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>
/// What befalls a meter's samples on their way out: now and then one is sent twice, one comes after its successor, or nothing comes for
/// minutes and then everything at once. None is ever lost.
/// </summary>
public sealed class SampleFaults(Random random, double often = 1)
{
    private const double RepeatChance = 1 / 400.0;
    private const double LateChance = 1 / 500.0;
    private const double SilenceChance = 1 / 6000.0;

    private readonly List<Sample> _held = [];
    private int _silentFor;
    private bool _late;

    /// <summary>Takes a new sample.</summary>
    /// <returns>The samples to send now, in order; may be none.</returns>
    public IReadOnlyList<Sample> Pass(Sample sample)
    {
        if (_silentFor > 0)
        {
            _silentFor--;
            _held.Add(sample);
            return _silentFor == 0 ? Flush() : [];
        }

        if (_late)
        {
            _held.Insert(0, sample);
            return Flush();
        }

        if (random.Chance(SilenceChance * often))
        {
            _silentFor = random.Next(4, 42);
            _held.Add(sample);
            return [];
        }

        if (random.Chance(LateChance * often))
        {
            _late = true;
            _held.Add(sample);
            return [];
        }

        return random.Chance(RepeatChance * often) ? [sample, sample] : [sample];
    }

    /// <summary>Gives out what is held back, e.g. because the session ends.</summary>
    public IReadOnlyList<Sample> Flush()
    {
        Sample[] held = [.. _held];
        _held.Clear();
        (_silentFor, _late) = (0, false);
        return held;
    }
}
