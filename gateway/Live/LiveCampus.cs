using Sems.Gateway.Admin;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Live;

/// <summary>The stations with their meters, asked once for all topics that show them.</summary>
internal sealed class LiveCampus(CampusViews campus)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(900);
    private readonly Lock _gate = new();
    private Task<IReadOnlyList<StationMeters>>? _reading;
    private long _began;

    /// <summary>All stations, asked within the last second.</summary>
    public Task<IReadOnlyList<StationMeters>> StationsAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            var isOld = _reading is not { IsCompleted: false } && (_reading is not { IsCompletedSuccessfully: true } || TimeProvider.System.GetElapsedTime(_began) > Fresh);
            if (_reading is null || isOld)
            {
                _began = TimeProvider.System.GetTimestamp();
                _reading = campus.StationsAsync(CancellationToken.None); // others may wait for it too
            }
            return _reading.WaitAsync(cancel);
        }
    }
}
