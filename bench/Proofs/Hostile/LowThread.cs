using System.Runtime.InteropServices;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>
/// Threads that take only processor time nobody else wants: an attacker has a machine of its own and must not slow down, by working on this
/// one, what is measured.
/// </summary>
internal static partial class LowThread
{
    private const int ThisThread = 0;
    private const int Lowest = 19;

    /// <summary>Runs something on one; ends when it does.</summary>
    public static Task RunAsync(string name, Action work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                if (OperatingSystem.IsLinux()) _ = SetPriority(which: 0, ThisThread, Lowest);
                work();
                ended.SetResult();
            }
            catch (Exception fault)
            {
                ended.SetException(fault);
            }
        })
        { Name = name, IsBackground = true }.Start();
        return ended.Task;
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
