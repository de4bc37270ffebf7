using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <summary>
    /// Nothing here: PostgreSQL alone gets these indexes (decision 0008). A backup is marked with the name of the last
    /// migration, so both engines have the same ones.
    /// </summary>
    public partial class OrdersOfMembers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) { }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) { }
    }
}
