using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Gone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "gone_at", table: "member", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "merged_into", table: "member", type: "BLOB", nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_gone_at",
                table: "member",
                column: "gone_at",
                filter: "gone_at IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_member_merged_into",
                table: "member",
                column: "merged_into",
                filter: "merged_into IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_member_gone_at", table: "member");

            migrationBuilder.DropIndex(name: "ix_member_merged_into", table: "member");

            migrationBuilder.DropColumn(name: "gone_at", table: "member");

            migrationBuilder.DropColumn(name: "merged_into", table: "member");
        }
    }
}
