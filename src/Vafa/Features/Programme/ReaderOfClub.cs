using Vafa.Ui;

namespace Vafa.Features.Programme;

/// <summary>Tells a page's reader whose shop it is, and in what calendar and words it writes.</summary>
internal sealed class ReaderOfClub(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Reader reader, ProgrammeStore programmes)
    {
        if (Pages.IsPage(context))
        {
            var club = await programmes.Newest(context.RequestAborted);
            reader.At(club.Settings.Name, club.Time, club.Wording(reader.Persian));
        }

        await next(context);
    }
}
