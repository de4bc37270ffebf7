using Microsoft.AspNetCore.Components;

namespace Vafa.Ui;

/// <summary>
/// A page or part that reads first and then shows. The platform's own order shows once while the reading goes on, with
/// fields that are still empty; SQLite answers too soon for that to be seen, PostgreSQL does not.
/// </summary>
public abstract class LoadedPage : ComponentBase
{
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await Load();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads all that is shown; parameters are set.</summary>
    protected abstract Task Load();
}
